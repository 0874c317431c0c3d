"""What each kind of layer computes in plain NumPy, and how the gradient goes back through it."""
