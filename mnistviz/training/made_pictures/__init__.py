"""Makes pictures of digits, each from a seed, for training and for tests.

`generator` makes photos and screenshots by kind and level, `crops` small pictures, both as tests read them. `training_pictures`
makes random pictures of these and more kinds, smaller and faster, and says where their ink is.
"""
