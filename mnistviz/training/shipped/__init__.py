"""The recipe of the shipped weights, `mnistviz train`: options, digits, distillation, and the stages of the training."""
