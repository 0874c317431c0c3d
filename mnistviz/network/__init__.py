"""The network: its layers, its weights, the engines that run it, its Keras model."""
