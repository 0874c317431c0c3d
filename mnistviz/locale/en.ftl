# Every sentence that a user sees, in English. Syntax: Project Fluent.
# A key says what its message is about. Placeholders are named. Whole sentences only: never glue parts together.

## ink

drawing-brush-invalid = The brush can't be { $value }. Use None or a positive width of at most 1e9, in the unit of the points.
drawing-not-a-sequence = A drawing needs a sequence of strokes, not an object of type { $type }. Give each stroke as a sequence of (x, y) pairs, for example Drawing([[(0, 0), (10, 20)]]).
drawing-stroke-invalid = Invalid stroke { $number }: { $value }. Give each stroke as a sequence of (x, y) pairs, for example Drawing([[(0, 0), (10, 20)]]).
drawing-coordinate-invalid = Invalid coordinate in stroke { $number }: { $value }. Coordinates are finite numbers from -1e9 to 1e9; remove the point or scale the drawing.
drawing-too-many-points = The drawing has more than { $limit } points by stroke { $number }. Leave out points that are closer together than the line is wide.
drawing-json-invalid = This is not a drawing in JSON: { $value }. Write it with Drawing.to_json(), in the form { $form }.
drawing-file-missing = No drawing found at { $path }. Check the name.
drawing-file-unreadable = Can't read the drawing: { $error }. Check the name and your permission to read the file.
drawing-file-unwritable = Can't save the drawing: { $error }. Choose another folder or name.
framing-switch-invalid = A framing step is True or False, not { $name }={ $value }. Leave a step out with False, for example centre=False.

## page and Python: drawing and framing

framing-step = { $step ->
    [ink] ink
    [crop] crop
    [scale] scale
    [line] line
   *[centre] centre
}
drawing-no-stroke-to-extend = The drawing has no stroke to extend. Call begin(x, y) first.
framing-of-photo-ink = ink separated from the paper
framing-of-pad = the pad, { $side }x{ $side } px
framing-cropped = ink found on { $width }x{ $height } px
framing-not-cropped = off: all { $width }x{ $height } px
framing-scaled = longest side { $side } px
framing-paper-scaled = { $paper } px of paper become { $side } px
framing-ink-not-scaled = off: { $ink } px of ink become { $side } px
framing-picture-not-scaled = off: { $picture } px become { $side } px
framing-line-changed = line { $drawn } to { $width } px
framing-line-kept = line stays { $width } px
framing-line-kept-off = off: line stays { $width } px
framing-line-not-measured = picture too small to measure its line
framing-line-off = off
framing-centred = centre of mass moved { $right }, { $down } px
framing-not-centred = off: centre of mass in column { $column }, row { $row }
framing-no-ink = no ink on the paper
picture-as-it-is = { $change ->
    [none] { $name }: as it is, not framed
   *[size] { $name }: brought from { $size } to { $wanted }, not framed
}

## reading

no-ink = No ink found. Use a darker pen or more light.
picture-source-invalid = Can't read a digit from an object of type { $type }. Pass a drawing, path, file, picture or array; see help(mnistviz.read_digit).
picture-path-invalid = { $found ->
    [folder] This is a folder, not a picture file: { $path }. Check the name.
    [device] This is a pipe or device, not a picture file: { $path }. Check the name.
   *[nothing] File not found: { $path }. Check the name.
}
picture-file-unreadable = Can't read the file: { $error }. Check the name and your permission to read the file.
picture-file-empty = The file is empty. Save the picture again.
picture-file-too-large = The file has { $megabytes } MB; the limit is { $limit } MB. Make it smaller and try again.
picture-stream-too-large = The file has more than { $limit } MB. Make it smaller and try again.
picture-stream-not-binary = The file object does not return bytes. Open the file with mode 'rb'.
picture-stream-unreadable = Can't read the file object: { $error }. Open the file again.
picture-format-unsupported = { $format ->
    [heic] This file looks like a HEIC or AVIF photo, which mnistviz can't read. Save it as JPEG or PNG.
    [tiff] This file looks like a TIFF picture, which mnistviz can't read. Save it as PNG.
    [pdf] This file looks like a PDF document, which mnistviz can't read. Save the picture in it as PNG.
    [postscript] This file looks like a PostScript drawing, which mnistviz can't read. Save it as PNG.
    [photoshop] This file looks like a Photoshop file, which mnistviz can't read. Save it as PNG.
    [icon] This file looks like an icon, which mnistviz can't read. Save it as PNG.
    [markup] This file looks like a web page or an SVG drawing, which mnistviz can't read. Save it as PNG.
   *[unknown] This file is damaged or not a picture. Use a PNG, JPEG, WEBP, GIF or BMP file.
}
picture-damaged = This picture is damaged. Open it in a viewer and save it again as PNG.
picture-image-damaged = Pillow can't load this picture, so it is damaged or of an unknown kind: { $error }. Open it in a viewer and save it again as PNG.
picture-too-many-parts = This file has too many parts. Open it in a viewer and save it again as PNG.
picture-gif-empty = This GIF contains no picture. Use another file.
picture-bmp-compressed = This BMP is compressed, which mnistviz can't read. Open it in a viewer and save it again as PNG.
picture-tiff-compressed = This TIFF picture is compressed ({ $method }), which mnistviz can't read. Save it as PNG, or as TIFF without compression.
picture-tiff-pages = This TIFF file has several pages. Save the page with the digit as PNG.
picture-tiff-unusual = This TIFF picture has an unusual kind of pixels, which mnistviz can't read. Save it as PNG.
picture-too-many-scans = This JPEG has { $scans } scans; the limit is { $limit }. Open it in a viewer and save it again as PNG.
picture-without-pixels = This picture has no pixels: its size is { $width } x { $height }. Use another file.
picture-too-many-pixels = The picture has { $width } x { $height } pixels; the limit is { $limit } pixels and { $side } on a side. Make it smaller and try again.
picture-not-finite = The picture contains NaN or infinity. Replace them with finite numbers.
array-masked = The array has masked values. Fill them and pass a 2-D array: bool, integers 0..255 or 0..65535, or floats 0..1.
array-not-a-picture = An array of { $type } with shape { $shape } is not a picture. Pass a 2-D array: bool, integers 0..255 or 0..65535, or floats 0..1 or 0..255.
array-out-of-range = The array has values from { $low } to { $high } as { $type }. Pass a 2-D array: bool, integers 0..255 or 0..65535, or floats 0..1 or 0..255.
array-white-unclear = The largest float of the array is { $high }, so white may be 1 or 255. Divide the array by the number that stands for white.
array-not-converted = Can't turn this object of type { $type } into an array: { $error }. Pass a NumPy array.
too-many-numbers = This object of type { $type } has { $count } numbers; the limit is { $limit }. Make the picture smaller and try again.
list-ragged = The rows of the list have different lengths. Pass rows of the same length for a picture, or mnistviz.Drawing(strokes) for strokes.
list-of-points = This list looks like points (x, y), not like a picture. Pass mnistviz.Drawing(strokes) for strokes, or a NumPy array for a picture.
list-of-other-things = The list contains objects of type { $type }. Pass rows of numbers.
list-not-a-picture = This list is empty or too deep. Pass a list of rows, each a list of numbers.
data-url-damaged = This data URL is damaged or cut off. Copy it again as a whole.
data-url-of-other-kind = This data URL begins with { $header }, so it is not a picture in base64. Use one that begins with data:image/png;base64 or the like.
photo-picture = picture
photo-picture-note = { $soft ->
    [yes] { $width }x{ $height } px, in grey; softened, because nothing was found otherwise
   *[no] { $width }x{ $height } px, in grey
}
photo-lines = lines
photo-lines-note = how much { $side ->
    [light] lighter
   *[dark] darker
} each pixel is than what surrounds it
photo-ink = ink
photo-ink-note = where a small trained network sees a digit's line; it is { $sure } sure
photo-digit = digit
photo-digit-note = { $number } of { $count }
photo-masked = where it is seen
photo-connected = whole line
photo-two-greys = two greys
photo-read-as = read as { $prediction } with { $confidence }{ $chosen ->
    [yes] , shown
   *[no] {""}
}
several-digits-largest = { $count } digits found; this is the largest. mnistviz.read_digits reads them all.
asset-missing = The shipped file { $name } is missing or not part of this release. Reinstall mnistviz to get the released files back.
asset-changed = The shipped file { $name } has changed: its SHA-256 is { $received } instead of { $expected }. Reinstall mnistviz to get the released file back.

## network

extra-missing = { $title } is not installed. Run: pip install "mnistviz[{ $extra }]"
extra-not-in-browsers = { $title } does not run in a browser. Open this notebook where Python runs on a computer.
shipped-network-litert = shipped network, LiteRT
shipped-network-numpy = shipped network, NumPy (LiteRT is not available for this platform)
network-on-numpy = network in NumPy
chain-outdated = The model's layers have changed since it ran last. Run it again: mnistviz.forward(digit, model).
chain-of-other-input = The model is fed something else than the digit (28, 28, 1) from 0 to 1, namely { $shape } of { $dtype } in its own range. Train it on digits from 0 to 1, without a layer that scales them.
chain-of-other-engine = An engine of type { $type } does not tell what its layers compute. Pass a Keras model, or one of mnistviz's engines.
chain-branches = The layer { $layer } reads { $reads }. Only networks in which each layer reads the one before it can be followed without Keras; pass one of those.
chain-layer-unknown = The layer { $layer } ({ $kind }) can't be followed without Keras: its kind or one of its settings is not known. Pass a network of the layers and activations that docs/models.md lists for pages without a kernel.
weights-not-finite = The layer { $layer } has weights that are NaN or infinite, as after a training that diverged. Load its weights again, and train with a smaller learning rate.
edited-shipped = shipped network
edited-other = copy of: { $note }
edited-not-yet = { $origin }, not edited yet
edited-nothing-to-undo = Nothing was changed, so there is nothing to undo. Change something first, for example with silence("conv1", 3).
edited-without-kernel = The layer { $layer } ({ $kind }) has no filters or units with weights. Choose one of { $layers }.
edited-out-of-range = The layer { $layer } has no { $what ->
    [channel] input channel
   *[filter] filter or unit
} { $index }. Count from 0 to { $last }.
edited-kernel-of-other-shape = The kernel has the shape { $received }, but that of { $unit } has { $expected }. Give numbers in this shape; choose a channel to give (row, column) of one.
edited-no-such-weight = The layer { $layer } has no weight { $index }: its kernel has the shape { $shape }. Give { $axes ->
    [units] (input, unit)
   *[maps] (row, column, input channel, filter)
}, counted from 0.
edit-record-invalid = This is not an edit: { $record }. Give its layer, and what to do: silence, weight, bias, kernel or shuffle.
no-such-seed = The seed can't be { $seed }. Choose a whole number from 0 to { $last }.
edited-not-numbers = A weight can't be { $received }. Give finite numbers.
live-network = live Keras model { $name }
not-a-digit-array = Digits must be a float32 array (28, 28) or (batch, 28, 28), not { $received }. Use mnistviz.read_digit(source), which reads any drawing or picture.
digit-out-of-range = The values of the digits go from { $low } to { $high }, not from 0 (paper) to 1 (ink). Use mnistviz.read_digit(source), which reads any drawing or picture.
not-one-digit = The array has the shape { $shape }. One digit has the shape (28, 28); use an engine's run() for batches.
not-probabilities = The model ends in { $activation }, with values from { $low } to { $high }: these are neither probabilities nor logits. End it with Dense(10) and Softmax().
probabilities-not-finite = The model's probabilities are NaN, as after a training that diverged. Load its weights again, and train with a smaller learning rate.
not-a-model = The model must be a live keras.Model, not { $type }. Load or build the model first, and pass the object; mnistviz opens no model files.
model-not-built = The model { $name } is not built: it has no input shape yet. Begin it with keras.Input((28, 28, 1)), or call it once on a batch of digits.
model-of-many = The model has { $inputs } inputs and { $outputs } outputs, but one of each is needed. Make a keras.Model of the part from one picture to its classes.
model-without-last-layer = The last output of the model { $name } is not the first output of a layer of its own. End it with Dense(10) and Softmax().
model-hides-layers = The model { $name } is a class of its own, and Keras can't tell what its layers read: { $reason }. Use keras.Sequential or the functional API, or only Keras layers and keras.ops in its call().
model-answers-otherwise = The layers that Keras knows of the model { $name } do not give its answers, so they would show something untrue. Its own code computes more: use keras.Sequential or the functional API.
model-of-other-input = The model's input has the shape { $shape }. Pictures of { $low } to { $high } pixels a side with 1 or 3 channels are needed, such as (28, 28, 1), (28, 28) or (784,).
model-of-other-output = The model's output has the shape { $shape }. One value for each of 2 to { $most } classes is needed, or a single one for two: end it with Flatten() and Dense(10).
classes-do-not-fit = There are { $names } different names of classes, but the model has { $classes }. Give one name for each, in the order of the model's outputs.
model-left-out = Pixels and classes describe a model of your own. Pass the model, too, as the first argument.
bad-pixels = The range of pixels can't be { $value }. Give the value of full ink, such as 255, or those of blank paper and of full ink, such as (-1, 1).
note-of-range = fed { $paper } for paper to { $ink } for ink, { $reason }
range-by-answers = with which it reads { $share } of the digits tried
range-by-dtype = since its input is { $dtype }
range-by-first-layer = since its layer { $layer } expects that
range-as-usual = as is usual
range-as-given = as given
note-of-output = { $kind ->
    [logits] softmax added to its logits
    [probability] its one output is the probability of the second class
    [logit] its one output is the logit of the second class
   *[independent] each class has a probability of its own
}
weights-not-found = { $count ->
    [0] The LiteRT file has no tensor of shape { $shape } for the weights of { $layer }.
   *[other] The LiteRT file has { $count } tensors of shape { $shape }, and one of them has the weights of { $layer }.
} Give the layers of the shipped network different sizes, or run it with KerasEngine(load_model()).
layer-title = { $kind ->
    [filters] { $name }: { $channels ->
        [one] 1 filter { $window }, { $size }
       *[other] { $channels } filters { $window }, { $size }
    }
    [maximum] { $name }: { $channels ->
        [one] 1 map, maximum of { $window }, { $size }
       *[other] { $channels } maps, maximum of { $window }, { $size }
    }
    [mean] { $name }: { $channels ->
        [one] 1 map, mean of { $window }, { $size }
       *[other] { $channels } maps, mean of { $window }, { $size }
    }
    [maps] { $name }: { $channels ->
        [one] 1 map, { $size }
       *[other] { $channels } maps, { $size }
    }
    [fed] { $name }: what the network is fed, { $channels ->
        [one] 1 map, { $size }
       *[other] { $channels } maps, { $size }
    }
    [sequence] { $name }: sequence of { $steps } steps (down) x { $features } features (across), as one map
    [undrawn] { $name }: not drawn, values of shape { $size }
    [number] { $name }: not drawn, a single number
   *[units] { $name }: { $channels ->
        [one] 1 unit
       *[other] { $channels } units
    }
}
layer-title-with-parameters = { $parameters ->
    [one] { $title }, 1 parameter
   *[other] { $title }, { $parameters } parameters
}
forward-pass-repr = { $layers ->
    [one] ForwardPass(prediction { $prediction }, confidence { $confidence }, 1 layer)
   *[other] ForwardPass(prediction { $prediction }, confidence { $confidence }, { $layers } layers)
}
forward-pass-repr-blank = { $layers ->
    [one] ForwardPass(blank paper, 1 layer)
   *[other] ForwardPass(blank paper, { $layers } layers)
}

## page and Python: edits

edited-note = { $origin }, edited: { $changes }{ $before ->
    [0] {""}
   *[other] {" "}(and { $before } before)
}
edited-unit = { $kind ->
    [unit] unit { $index }
   *[filter] filter { $index }
} of { $layer }
edited-silenced = { $unit } silenced
edited-kernel = { $channel ->
    [all] kernel of { $unit } set
   *[one] kernel of { $unit } set for input channel { $channel }
}
edited-weight = weight { $index } of { $layer } set to { $value }
edited-bias = bias of { $unit } set to { $value }
edited-shuffled = weights of { $layer } shuffled (seed { $seed })
edited-not-silenced = Nothing can silence { $unit }: the activation in { $layer } makes another value of 0. Choose another layer, or change weights with set_kernel and set_bias.

## explain

not-a-forward-pass = The forward pass must be a ForwardPass, not { $type }. Make one with mnistviz.forward(digit).
forward-pass-of-other-network = The forward pass is not from the same network: it has the layers { $received }, but the network has { $expected }. Run mnistviz.forward(digit, model) with the model that you explain.
units-not-scored = The layer { $layer } has the shape { $shape }, but the statistics are for { $units } units. Fit statistics to this network.
too-few-digits-for-statistics = There are { $digits } digits of the classes and { $validation } validation digits. Give more digits: over { $least } of each class 0 to 9, and at least one validation digit.
explanation-strongest-terms = strongest terms, value x weight = product:
summary-sees = sees { $field }
terms-head = | from | value | weight | product |
softmax-head = | class | logit | logit - maximum | exponential | probability |
other-terms = { $count ->
    [one] 1 other
   *[other] { $count } others
}
row-of-bias = bias
account-of-padding = 0, from the padding
account-of-merge = { $calculation }, from { $units }
account-of-minimum = the minimum of { $count } values: { $unit }
account-of-interpolation = interpolated between { $count } values of { $layer }
account-of-normalised = { $value } x { $weight } + { $offset }, from { $unit }; this digit's factor and offset, which follow from { $count } values
layer-reads-hidden = Explanations end at { $layer }, which reads an output of { $reads } that is not shown. Explain a layer below it, or one above it, which is explained in terms of it.
row-of-sum = sum
comparison-needs-digit = To compare two networks, say which digit both read: mnistviz.compare(a, b, digit). To compare two digits, pass drawings, digits or forward passes.
comparison-answers = a: { $a }; b: { $b }
comparison-reading = { $label } with { $confidence }
comparison-blank = blank paper
comparison-pair = { $layer } / { $other }
comparison-head = | layer | shape | largest difference | difference / values |
comparison-most = { $layer } differs most: the difference is { $relative } of its values (root mean squares).
comparison-equal = The compared layers do not differ.
comparison-of-answers = No layer has the same shape in both, so only the answers are compared.
comparison-only = Not compared, since only { $which } has it in this shape: { $layers }
attribution-method-unknown = There is no method { $method }. Choose one of { $methods }.
attribution-target-invalid = The target can't be { $target }. Give the number of a class from 0 to { $last }, or a pair of two such as (0, 1): why the first and not the second.
attribution-target-twice = The target { $target } names one class twice. Give two different classes, or only one.
attribution-repr = { $method ->
    [integrated_gradients] Attribution({ $question }, { $method }, completeness error { $error } %)
   *[other] Attribution({ $question }, { $method })
}
history-needs-drawing = A history needs a Drawing, not { $type }: pictures don't say how they were drawn. Make one with mnistviz.Drawing(strokes).
history-of-blank-paper = The drawing has no strokes, so there is nothing to tell of it. Draw something first.
answer-history-repr = { $flips ->
    [none] AnswerHistory({ $moments } of { $points } points, no flip)
   *[other] AnswerHistory({ $moments } of { $points } points, { $flips })
}
counterfactual-repr = { $kind ->
    [add] Counterfactual(add { $amount } pixels of ink: { $before } becomes { $after } with { $confidence })
    [remove] Counterfactual(remove { $amount } pixels of ink: { $before } becomes { $after } with { $confidence })
   *[noise] Counterfactual(noise of length { $amount }: { $before } becomes { $after } with { $confidence })
}
counterfactual-kind-unknown = There is no kind of change { $kind }. Choose one of { $kinds }.
counterfactual-of-blank-paper = The digit is blank paper, so the network reads nothing that could change. Draw a digit first.
counterfactual-target-unknown = There is no class { $target }. Give a whole number from 0 to { $most }, or none for the second most probable class.
counterfactual-target-read = The network reads { $label } already. Choose another class, or none for the second most probable one.
counterfactual-not-found = { $kind ->
    [add] No lines were found that make the network read { $target } instead of { $label } when they are added. Try kind="remove" or kind="noise", or another target.
    [remove] No lines were found that make the network read { $target } instead of { $label } when they are rubbed out. Try kind="add" or kind="noise", or another target.
   *[noise] No noise was found that makes the network read { $target } instead of { $label }. Try another target.
}
no-such-map = Layer { $layer } has no channel { $channel }. Give a whole number from 0 to { $last } for a whole map, or (row, column, channel) for one value.
maximise-start-unknown = An ascent can't start from { $start }. Give "noise", "paper", or a digit: float32 (28, 28) from 0 to 1, as read_digit returns it.
maximised-reading = read as { $label } with { $confidence }
maximised-repr = Maximised({ $name }: { $before } becomes { $value }, { $reading })
patch-repr = Patch(digit { $number }, a { $label }, at { $place }: { $value })
patch-count-invalid = The number of patches can't be { $count }. Give a whole number from 1 to { $most }.
hidden-layer-not-read = The layer { $layer } does not come from a dense layer that reads one layer, so there are no hidden values to compare digits by. Use a network that ends in Dense(10) and Softmax().
hidden-layer-missing = The network has learned nothing before its last dense layer, so there is no hidden layer to compare digits by. Use a network with a convolution or another dense layer before it.
hidden-layer-too-large = The last hidden layer { $layer } has { $units } units, too many to keep for 5,000 digits. Use a network with at most { $most } units before the last dense layer.
hidden-values-not-finite = The values of the layer { $layer } are not all finite, as after a training that diverged. Load the weights again, and train with a smaller learning rate.
neighbours-of-blank-paper = The digit is blank paper, so no other digit is near it. Draw a digit first.
neighbours-count-out-of-range = The count can't be { $count }. Give a whole number from 1 to { $most }.
neighbours-network-changes = The weights of the network changed while the digits were compared. Wait until its training has ended, then try again.
neighbours-repr = { $more ->
    [0] Neighbours({ $reading }; nearest: { $labels }; distances { $nearest } to { $farthest })
   *[other] Neighbours({ $reading }; nearest: { $labels } and { $more } more; distances { $nearest } to { $farthest })
}
weight-name = { $kind ->
    [bias] bias of { $layer }[{ $index }]
   *[weight] weight of { $layer }[{ $index }]
}
weight-loss-repr = { $digits ->
    [one] WeightLoss({ $name }, { $value } in the network; loss of one digit { $loss })
   *[other] WeightLoss({ $name }, { $value } in the network; mean loss of { $digits } digits { $loss })
}
weight-loss-digits = The loss needs digits of the shape (n, 28, 28), not { $shape }. Give at least one digit, from 0 (paper) to 1 (ink).
weight-loss-labels = The labels don't fit the { $digits } digits. Give one whole number from 0 to { $last } for each digit.
weight-loss-not-dense = There is no weight to push in the layer { $layer }. Choose a dense layer: { $layers }.
weight-loss-without-softmax = The network does not end in softmax, so its loss would be another. Use a network that ends in Dense(10) and Softmax().

## page and Python: explanations

answer-flip = { $before } → { $after } at point { $points }
nothing-to-explain = The digit is blank paper, so there is nothing to explain. Draw something, then explain its forward pass.
forward-pass-of-other-weights = Other weights made this forward pass: these give { $unit } the value { $expected }, but it has { $value }. Run mnistviz.forward(digit, model) again, and pass the same model.
no-such-layer = There is no layer { $layer }. Choose one of { $layers }.
layer-not-explained = Explanations end at { $layer }, which is of the kind { $kind }. Explain a layer below it, or one above it, which is explained in terms of it.
activation-not-explained = Explanations end at { $layer }, since its activation { $activation } makes each value of several. Explain a layer below it, or one above it, which is explained in terms of it.
layer-named-as-digit = A layer is called { $layer }, as the network's input is. Give it another name.
no-such-unit = The layer { $layer } has no unit { $unit }. Count from 0: { $axes ->
    [map] row 0 to { $row }, column 0 to { $column }, channel 0 to { $channel }
    [unit] unit 0 to { $channel }
   *[other] one place for each axis of { $shape }
}; for example { $example }.
account-of-sum = { $count ->
    [one] 1 product from { $layer } { $products } + bias { $bias }
   *[other] { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-activated-sum = { $count ->
    [one] { $activation }({ $sum }), where { $sum } is 1 product from { $layer } { $products } + bias { $bias }
   *[other] { $activation }({ $sum }), where { $sum } is { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-softmax-of-sum = { $count ->
    [one] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is 1 product from { $layer } { $products } + bias { $bias }
   *[other] exp({ $sum } - { $maximum }) / { $total }, the softmax among { $logits } logits, of which this one is { $count } products from { $layer } { $products } + bias { $bias }
}
account-of-softmax = exp({ $sum } - { $maximum }) / { $total }, the softmax of { $unit } = { $sum } among { $logits } logits
account-of-maximum = { $count ->
    [one] the maximum of 1 value: { $unit }
   *[other] the maximum of { $count } values: { $unit }
}
account-of-mean = { $count ->
    [one] the mean of 1 value of { $layer }
   *[other] the mean of { $count } values of { $layer }
}
account-of-same-value = { $unit }, unchanged
account-of-passing = { $unit }, unchanged: { $kind } acts in training alone
account-of-scaled = { $value } x { $weight } + { $offset }, from { $unit }
account-of-activation = { $activation }({ $value }), from { $unit }
receptive-field = rows { $top } to { $bottom }, columns { $left } to { $right } of the digit
receptive-field-empty = nothing of the digit
explanation-sees = It sees { $field }.
then-softmax = then { $layer } = { $value }, by softmax among all { $count }
then-activation = then { $layer } = { $activation }({ $input }) = { $value }
layer-not-scored = The forward pass has no layer { $layer }. Use a network with the layers of mnistviz.build_cnn(), and statistics fitted to it.

## page and Python: what a unit looks for

maximise-not-finite = The values of { $name } are not finite numbers, so none of them is the largest. Train or load the weights again.
maximise-silent = The value of { $name } stays { $value } wherever ink is added or removed, so there is no way up from here. Choose another unit, or another start.
maximise-other-network = The network has changed since, so this belongs to another one. Start again.
maximise-given = the digit that pleases { $name }

## page and Python: what would change the answer

changed-digit-given = { $kind ->
    [noise] The changed digit, with noise
    [add] The changed digit, with ink added
   *[remove] The changed digit, with ink removed
}
change-of-blank-paper = The paper is blank, so there is no answer to change. Draw a digit first.
change-target-read = The network reads { $label } already. Choose another target.
change-not-found = { $kind ->
    [add] No lines were found that turn this digit into the target when they are added. Try another kind of change, or another target.
    [remove] No lines were found that turn this digit into the target when they are rubbed out. Try another kind of change, or another target.
   *[noise] No noise was found that turns this digit into the target. Try another target.
}
change-title = { $kind ->
    [add] Ink to add, so that { $label } is read as { $target }
    [remove] Ink to remove, so that { $label } is read as { $target }
   *[noise] Noise, so that { $label } is read as { $target }
}
change-amount = { $kind ->
    [add] { $amount } pixels of full ink are added, { $share } % of what the digit has. This is the least that the search has found; there may be less.
    [remove] { $amount } pixels of full ink are removed, { $share } % of what the digit has. This is the least that the search has found; there may be less.
   *[noise] The largest change of a pixel is { $largest }, where full ink is 1; all together have the length { $amount }.
}
change-plausible = { $answer ->
    [yes] The changed digit looks like digits that the network knows.
    [no] The changed digit does not look like any digit that the network knows: it was misled rather than convinced.
   *[unknown] Whether it looks like a digit is only known for the shipped network.
}
change-lesson = You still see the former digit, but the network does not: it looks at numbers, not at lines. Pictures that are changed on purpose to mislead a network are called adversarial.
change-drawn = { $strokes ->
    [varied] Drawn on the pad the network reads { $label } with { $confidence } %. Framing moves the digit, so the lines are a little longer than the least ones, or beside them.
   *[least] Drawn on the pad the network reads { $label } with { $confidence } %.
} { $lines ->
    [one] Undo takes the line back.
   *[other] Each Undo takes one of the { $lines } lines back.
}
change-given = { $kind ->
    [undone] Drawn on the pad, these lines would not be enough, since framing moves the digit. So the changed digit is fed to the network without framing: it reads { $label } with { $confidence } %. Undo brings yours back.
   *[picture] The changed digit is fed to the network as it is, without framing: it reads { $label } with { $confidence } %. Undo brings yours back.
}

## data

mnist-repr = Mnist({ $training } training digits, { $test } test digits)
no-such-data = There is no MNIST in { $source }. Use 'bundled', 'full', or the path of an npz or CSV file or of a folder with IDX or CSV files.
mnist-not-fetched = Keras could not load the full MNIST: { $reason }. Continue with load_mnist('bundled'), or give the path of an mnist.npz.
mnist-file-unreadable = Could not read { $arrays } from { $file }: { $reason }. Fetch the file again with load_mnist('full').
idx-file-missing = The folder has no { $file }. Put it there, gzipped or not.
idx-file-unreadable = Could not read the IDX file { $file }: { $reason }. Fetch it again.
idx-file-damaged = The content of { $file } is not that of an IDX file with { $axes } axes, or not all of it. Fetch it again.
idx-file-too-large = The file { $file } unpacks to more than { $limit } MB. Use a smaller set, such as EMNIST's balanced characters or letters.
pictures-repr = Pictures({ $training } training pictures, { $test } test pictures, { $rows }x{ $columns }, { $classes } classes)
no-such-pictures = There is nothing at { $source }. Give the path of a folder or of a file, or arrays (images, labels).
not-pictures = Pictures can't be loaded from an object of type { $type }. Give the path of a folder or of a file, or arrays (images, labels).
not-an-array-of-pictures = An object of type { $type } can't become an array. Give arrays of numbers that all have one shape.
pictures-unreadable = The pictures in { $source } can't be read: { $reason }. Check the path and its permissions.
not-a-set-file = The file { $file } is neither an IDX file nor an npz file with pictures. Give the folder of the IDX files, an npz file, or a folder with a sub-folder for each class.
several-sets = The folder has several sets: { $sets }. Give the path of the training images of one of them.
set-file-missing = The folder has no { $file }. Put it beside the other files of the set.
set-file-unreadable = Could not read { $arrays } from { $file }: { $reason }. Check the file, or fetch it again.
folder-without-classes = The folder { $folder } has neither IDX nor npz files of a set, nor sub-folders. Put the pictures of each class into a sub-folder with the name of the class.
folder-too-large = The folder { $folder } has { $count } pictures; { $most } of { $rows }x{ $columns } pixels are the most. Use fewer, or a smaller size.
class-folder-empty = The sub-folder { $folder } has no pictures. Put some there, or remove it.
class-folder-has-folder = The sub-folder { $folder } has a folder { $inner } of its own. Put the pictures of each class directly into one sub-folder.
picture-outside-folder = The file { $file } is a link to somewhere outside of { $folder }. Copy the picture into the folder.
picture-of-class-unreadable = Could not read the picture { $file }: { $reason }. Replace it by a PNG or JPEG, or remove it.
folders-and-classes-differ = The sub-folders are { $folders }, but the classes are { $classes }. Name the same ones, or leave the classes out.
not-images = The images are { $received }, which are no pictures. Give an array (n, rows, columns), or with 1 or 3 channels at the end, with 2 to 1,024 pixels a side.
images-too-many = The images take { $size } MB as bytes; { $limit } MB are the most. Use fewer or smaller ones.
images-out-of-range = The pixels go from { $low } to { $high }. Use whole numbers 0 to 255, or floats 0 to 1 or 0 to 255.
no-samples = There are no samples, or all of them are black. Give pictures that have some light.
picture-without-class = picture { $number }
labels-one-hot = The labels have the shape { $shape }, but one number for each picture is needed. If they are one-hot, give labels.argmax(axis=1).
not-labels = The labels are { $received }, not one for each picture. Give a list or an array (n,) of whole numbers from 0, or of names.
labels-and-images-differ = There are { $images } images, but { $labels } labels. Give one label for each image.
label-of-no-class = The label { $label } is none of the classes { $classes }. Add its name to them, or leave out its pictures.
labels-out-of-range = The labels go from { $low } to { $high }. Use 0 to { $most }, or give a name for each class.
no-pictures = There are no pictures, or none for testing. Give some of each class.
test-images-differ = The training images have the shape { $shape }, but the test images { $other }. Bring them to the same size and the same channels.
too-many-classes = There are { $classes } classes; { $most } are the most. Use fewer, or number the labels from 0 without gaps.
one-class-only = All pictures belong to one class. Give pictures of at least two.
too-few-of-class = { $count ->
    [0] There are no training pictures of the class "{ $name }".
    [one] There is only one picture of the class "{ $name }".
   *[other] There are only { $count } pictures of the class "{ $name }".
} Give at least { $least }, or number the labels from 0 without this class.
not-names-of-classes = The classes are { $received }. Give at least two different names in a list, in the order of the labels.
other-number-of-names = There are { $names } names, but { $classes } classes. Give one name for each class.
bad-picture-size = The size can't be { $size }. Give rows and columns from { $low } to { $high }, such as (32, 32).
csv-unreadable = Could not read the CSV file { $file }: { $reason }. Check the path.
csv-too-large = The file { $file } has more than { $limit } MB, but MNIST has less. Use Kaggle's train.csv, or another file with 785 columns.
csv-too-many-lines = The file { $file } has more than { $limit } lines, but MNIST has less. Use fewer digits.
csv-line-too-long = Line { $line } of { $file } is too long. Each line needs a label 0 to 9 and 784 pixels 0 to 255, separated by commas.
csv-columns = { $columns ->
    [one] Line { $line } of { $file } has 1 column instead of { $expected }. Each line needs a label 0 to 9 and 784 pixels 0 to 255, separated by commas.
   *[other] Line { $line } of { $file } has { $columns } columns instead of { $expected }. Each line needs a label 0 to 9 and 784 pixels 0 to 255, separated by commas.
}
csv-number = Line { $line } of { $file } contains "{ $value }". Each line needs a label 0 to 9 and 784 pixels 0 to 255, as whole numbers.
csv-without-labels = The file { $file } has no labels: its first column is "{ $name }", not "label". Use Kaggle's train.csv, since its test.csv has no labels.
csv-too-short = { $count ->
    [one] The file { $file } has 1 digit, too few to keep some for testing. Use at least { $least }.
   *[other] The file { $file } has { $count } digits, too few to keep some for testing. Use at least { $least }.
}
not-mnist = The arrays in { $file } are not those of MNIST: the images are { $images }, the labels { $labels }. Use uint8 images (n, 28, 28) and n labels 0 to 9.
pen-file-unreadable = Could not read pen digits from { $file }: { $reason }. Check the path, or fetch the file again; it needs { $arrays }.
pen-counts-differ = { $digits } digits, { $labels } labels 0 to 9, { $writers } writers
pen-ends-not-ascending = the ends of strokes or digits do not ascend to the last point or stroke
array-too-large = { $array } has { $bytes } bytes, and the limit is { $limit }
corruption-unit = { $name ->
    [shift] share of the way from the centre to the edge of the pad
    [rotation] degrees to the left or right
    [scale] longest side, as a share of the pad's side
    [thickness] times the width of the line
    [noise] standard deviation, as a share of the contrast between ink and paper
   *[blur] standard deviation, in pixels of the digit
}

## exercises

no-such-exercise = There is no exercise { $kind }. Choose one of mnistviz.exercise_kinds(), for example { $similar }.
exercise-needs-digit = The exercise { $kind } cannot ask about blank paper. Draw a digit first, or choose an exercise that needs none, such as { $kinds }.
not-a-seed = The seed must be a whole number from 0 on, not { $seed }. Leave it out, or use seed=1, for example.
no-layer-fits-exercise = This exercise needs a { $kind } layer that it can ask about, and finds none among { $layers }. Choose another exercise, or use the shipped network.
nothing-fits-exercise = This exercise finds nothing to ask about in this digit. Draw another digit, or choose another exercise.

not-a-number = Not a number: { $answer }. Write, for example, 0.73.
not-a-whole-number = Not a whole number: { $answer }. Write, for example, 12.
not-a-probability = Not a probability from 0 to 1: { $answer }. Write, for example, 0.73 or '73 %'.
not-a-position = Not a row and a column, counted from 0: { $answer }. Write, for example, '3, 4' or (3, 4).
number-ambiguous = Two numbers may be meant by { $answer }: one with decimals, or one with thousands. Write all digits in a row, and decimals after a point.
several-answers = Two answers are given. Put quotation marks around a decimal comma, as in check("0,73"), or write a point; a row and a column need brackets: check((3, 4)).
no-answer-given = No answer given. Use check(answer).
no-drawing-given = No drawing given. Use check(explorer) or check(drawing).
scores-of-nothing = There is nothing to save. Give exercises or their cards: save_scores("scores.json", first, second).
scores-unreadable = The file { $name } is no file of scores. Choose one that mnistviz.save_scores has written.
scores-too-long = The file { $name } is larger than { $megabytes } MB, so it is no file of scores. Choose one that mnistviz.save_scores has written.
scores-damaged = A drawing in this file of scores is damaged. Ask for the file again.
scores-other-question = The exercise { $kind } asks something else today than the file says. The file was changed, or another version of mnistviz has written it: read its questions and answers by eye.
nothing-drawn = That is blank paper. Draw something, then check again.

answer-right = Right. { $reason }
answer-wrong = Not yet. { $reason }
number-too-small = { $number } is too small. { $rule }
number-too-large = { $number } is too large. { $rule }
not-that-number = It is not { $number }. { $rule }
not-that-position = It is not row { $row }, column { $column }. { $rule }
row-and-column-swapped = You swapped row and column: the row comes first, and it counts downwards.
positions-count-from-0 = Rows and columns are counted from 0, not from 1.
points-of-possible = { $points } of { $possible } points

answer-with-two-decimals = Answer with two decimals; being off by 0.01 is fine.
table-row = row { $row }
table-column = column { $column }
kernel-of-filter = Kernel of filter { $filter }
bias-subtracted = The bias is added, not subtracted.
value-after-relu = That is the value after ReLU. The convolution itself can be negative.
window-of-layer = { $padding ->
    [same] { $is_dilated ->
        [yes] `{ $layer }` { $size } with stride { $stride }, padding "same" and dilation { $dilation }
       *[no] `{ $layer }` { $size } with stride { $stride } and padding "same"
    }
   *[valid] { $is_dilated ->
        [yes] `{ $layer }` { $size } with stride { $stride } and dilation { $dilation }
       *[no] `{ $layer }` { $size } with stride { $stride }
    }
}

frame-line-title = how thick a line is after scaling
frame-line-question = The ink on the pad measures { $width } x { $height } pixels and was drawn with a brush of { $brush } pixels. Framing crops to the ink and scales its longest side to { $box } pixels. How thick is the line then, in pixels of the digit? { $decimals }
frame-line-solution = { $brush } x { $box } / { $longest } = { $line }: the longest side becomes { $box } pixels, and the line shrinks with it.
frame-line-rule = The line shrinks by the same factor as the ink.
frame-line-shortest-side = The longest side becomes { $box } pixels, not the shortest.
frame-line-whole-digit = The digit has { $side } pixels, but its ink only { $box }.
frame-line-whole-pad = That shrinks the whole pad. Framing crops to the ink first.
frame-line-next-step = That is the line after the next step, which adjusts its thickness. The question is about the line before it.
frame-line-factor = That is how many times smaller the ink becomes. How thick is the line then?
frame-line-hint-factor = By what factor does the longest side shrink to { $box } pixels?
frame-line-hint-result = The factor is { $box } / { $longest }.

frame-shift-title = how far framing moves a digit to centre it
frame-shift-question = After scaling, the ink of a digit fills { $columns } columns. Framing moves it by whole pixels until its centre of mass, rounded, lies in column { $centre }. By how many columns does it move? To the right counts as plus, to the left as minus.
frame-shift-solution = The centre of mass lies at column { $middle }, so the digit moves by { $centre } - { $rounded } = { $shift }.
frame-shift-rule = Multiply each column by its ink, add up, and divide by the total ink.
frame-shift-other-way = You moved it the other way: to the right counts as plus.
frame-shift-not-the-distance = That is where the centre of mass lies. How far is it from column { $centre }?
frame-shift-middle-of-ink = That puts the middle of the ink in the centre. A column with more ink counts more.
frame-shift-most-ink = That puts the column with the most ink in the centre. All columns count.
frame-shift-hint-mean = The centre of mass is the mean of the columns, each weighted by its ink.
frame-shift-hint-middle = It lies at column { $middle }.
frame-shift-table = Total ink in each column
frame-shift-column = column
frame-shift-ink = ink

conv-by-hand-title = one value of the first convolution, from window, kernel and bias
conv-by-hand-question = What is the value of `{ $layer }`, channel { $channel }, row { $row }, column { $column }? Multiply each pixel of its window by the kernel's weight at the same position, and add up all products plus the bias { $bias }. { $decimals }
conv-by-hand-solution = The products add up to { $products }; with the bias { $bias }, that makes { $total }.
conv-by-hand-rule = Multiply each pixel by its weight, then add all products and the bias.
conv-by-hand-no-bias = You forgot the bias: add it to the products.
conv-by-hand-flipped = You flipped the kernel. Multiply each pixel by the weight at the same position.
conv-by-hand-turned = You mixed up the rows and columns of the kernel.
conv-by-hand-hint-ink = Only pixels other than 0 count: look for them first.
conv-by-hand-hint-products = The products add up to { $products }. What is still missing?
conv-by-hand-pixels = Pixels of the digit

conv-channels-title = one value of a later convolution, from the sums of its channels
conv-channels-question = What is the value of `{ $layer }`, channel { $channel }, row { $row }, column { $column }? Its window covers all { $channels } channels of `{ $below }` at once. The products of each channel are already added up; the bias is { $bias }. { $decimals }
conv-channels-solution = The { $channels } channels add up to { $total }; with the bias { $bias }, that makes { $value }.
conv-channels-rule = Add the sums of all channels, then add the bias once.
conv-channels-no-bias = You forgot the bias: add it once, after all channels.
conv-channels-many-biases = The bias is added once, not once for each channel.
conv-channels-averaged = The channels are added, not averaged.
conv-channels-strongest = All channels count, not just the strongest.
conv-channels-hint-one-value = The unit has a single value, not one for each channel below.
conv-channels-hint-total = The channels add up to { $total }. What is still missing?
conv-channels-table = Sums of the products, channels { $first } to { $last }
conv-channels-channel = channel
conv-channels-sum = sum

blank-window-title = how a filter responds to blank paper
blank-window-question = A window lies entirely on blank paper, where every pixel is 0. What is the value of `{ $layer }`, channel { $channel }, there? The bias is { $bias }. { $decimals }
blank-window-solution = All products are 0, so only the bias remains: { $bias }.
blank-window-rule = Every weight is multiplied by 0.
blank-window-no-bias = The products are 0, but something is added to them.
blank-window-as-ink = You multiplied the weights by 1. Paper is 0, ink is 1.
blank-window-sum-of-weights = You added up the weights. Multiply each by its pixel first: paper is 0.
blank-window-sign = The sign is wrong.
blank-window-hint = How large is each product?

relu-title = what ReLU makes of five values
relu-question = These are five neighbouring values of `{ $below }`, channel { $channel }. What is their sum after ReLU, in `{ $layer }`? { $decimals }
relu-solution = ReLU keeps { $kept } and turns the others into 0; the sum is { $sum }.
relu-rule = Replace each negative value by 0, then add.
relu-forgotten = You forgot the ReLU: negative values become 0 before you add.
relu-of-the-sum = Apply ReLU to each value before you add them.
relu-is-not-the-absolute-value = ReLU makes negative values 0, not positive.
relu-keeps-the-positive = ReLU keeps the positive values, not the negative ones.
relu-hint-rule = ReLU turns a negative value into 0 and keeps a positive one.
relu-hint-count = { $count ->
    [one] { $count } of the five values remains.
   *[other] { $count } of the five values remain.
}
relu-table = Before ReLU, in `{ $below }`

pool-value-title = the maximum of a window
pool-value-question = What is the value of `{ $layer }`, channel { $channel }, row { $row }, column { $column }? { $decimals }
pool-value-solution = The largest value of the window is { $value }.
pool-value-rule = Max pooling keeps one of the values of its window.
pool-value-mean = That is the mean. Max pooling keeps the largest value.
pool-value-sum = That is the sum. Max pooling keeps the largest value.
pool-value-smallest = That is the smallest value. Max pooling keeps the largest.
pool-value-other = { $value } is not the largest value of the window.
pool-value-hint = The answer is one of these values, unchanged.
pool-value-table = Its window in `{ $below }`

pool-winner-title = where the maximum of a window is
pool-winner-question = Which position of this window wins, so that its value becomes `{ $layer }`, channel { $channel }, row { $row }, column { $column }? Answer with row and column, for example 3, 4.
pool-winner-solution = Row { $row }, column { $column }, with { $value }.
pool-winner-rule = Choose a position from the table.
pool-winner-inside-window = You counted from the corner of the window. Use the map's numbers of row and column.
pool-winner-other = The value there is { $value }, and another one is larger.
pool-winner-position-in-pool = That is the position in `{ $layer }`. The question is about the position in `{ $below }`.
pool-winner-hint-rule = Max pooling keeps the largest value.
pool-winner-hint-value = The largest value is { $value }.
pool-winner-table = The window in `{ $below }`, channel { $channel }

window-corner-title = the upper left pixel that a unit sees
window-corner-question = The unit at `{ $layer }`, channel { $channel }, row { $row }, column { $column } sees a rectangle of the digit. From the digit up, the windows are: { $windows }. Which pixel is at the upper left corner of the rectangle? Answer with row and column, for example 3, 4.
window-corner-solution = It sees rows { $top } to { $bottom } and columns { $left } to { $right }, so the upper left pixel is at row { $top }, column { $left }.
window-corner-rule = Go down layer by layer, each time to the first unit of the window.
window-corner-own-position = That is the position of the unit itself. A pool's windows are several units apart, so the numbers grow on the way down.
window-corner-last-pixel = That is the last pixel, at the lower right. The question is about the first one, at the upper left.
window-corner-hint-stride = A unit's window begins at the unit's own position times the stride of its layer.
window-corner-hint-row = The pixel is in row { $row }.

receptive-field-title = how many pixels a unit sees
receptive-field-question = How many pixels of the digit does the unit at `{ $layer }`, channel { $channel }, row { $row }, column { $column } see? From the digit up, the windows are: { $windows }. Count the pixels of the rectangle, rows times columns.
receptive-field-solution = It sees { $rows } rows and { $columns } columns: { $rows } x { $columns } = { $pixels } pixels.
receptive-field-rule = Go down layer by layer, and widen the window each time.
receptive-field-one-side = That is one side. How many pixels are in the whole rectangle?
receptive-field-own-window = That is its window in `{ $below }`. How much of the digit do the units in it see?
receptive-field-whole-digit = That is the whole digit. A unit sees only a part of it.
receptive-field-hint-formula = The windows of n neighbouring units, each k wide and s apart, span (n - 1) s + k units of the layer below. Start with n = 1 and go down.
receptive-field-hint-rows = It sees { $rows } rows.

output-size-title = how many rows a map has after a convolution
output-size-question-same = A map has { $rows } rows. A convolution with a { $kernel }x{ $kernel } kernel and stride { $stride } reads it, with padding "same": zeros are added around the map. How many rows does its output have?
output-size-question-valid = A map has { $rows } rows. A convolution with a { $kernel }x{ $kernel } kernel and stride { $stride } reads it, with padding "valid": nothing is added around the map. How many rows does its output have?
output-size-solution-same = With padding, there is a window for every position, so { $rows } / { $stride }, rounded up: { $size }.
output-size-solution-valid = ({ $rows } - { $kernel }) / { $stride }, rounded down, and one more for the first window: { $size }.
output-size-rule = Count the positions where the window fits.
output-size-no-stride = You forgot the stride: the window does not stop at every row.
output-size-rounded-down = Round up: the last window hangs over the edge, into the padding.
output-size-no-padding = That is without padding.
output-size-no-padding-nor-first = That is without padding, and without the first window.
output-size-no-first = You forgot the first window: there is one more window than there are steps.
output-size-over-the-last-rows = The window does not fit at the last rows.
output-size-with-padding = That is with padding. Here, the window must not hang over the edge.
output-size-as-before = That is as many rows as before. The window does not fit everywhere.
output-size-hint-positions = Where can the first row of the window lie? Count these positions in steps of the stride.
output-size-hint-formula = With padding "same", it is rows / stride, rounded up; otherwise, it is (rows - kernel) / stride, rounded down, plus 1.

parameters-title = how many parameters a layer has
parameters-question-filters = The layer `{ $layer }` has { $outputs ->
    [one] { $outputs } filter
   *[other] { $outputs } filters
}. Each reads a { $window } window of { $inputs ->
    [one] { $inputs } channel
   *[other] { $inputs } channels
} and has { $biases ->
    [0] no bias
   *[other] one bias
}. How many parameters does the layer have?
parameters-question-units = The layer `{ $layer }` has { $outputs ->
    [one] { $outputs } unit
   *[other] { $outputs } units
}. Each reads { $inputs ->
    [one] { $inputs } input
   *[other] { $inputs } inputs
} and has { $biases ->
    [0] no bias
   *[other] one bias
}. How many parameters does the layer have?
parameters-solution-filters = { $biases ->
    [0] { $outputs } x { $product } weights, and no biases: { $weights } + { $biases } = { $count }.
   *[other] { $outputs } x { $product } weights, and one bias for each filter: { $weights } + { $biases } = { $count }.
}
parameters-solution-units = { $biases ->
    [0] { $outputs } x { $inputs } weights, and no biases: { $weights } + { $biases } = { $count }.
   *[other] { $outputs } x { $inputs } weights, and one bias for each unit: { $weights } + { $biases } = { $count }.
}
parameters-rule = Count the weights of one output, and how many outputs there are.
parameters-no-biases = You forgot the biases.
parameters-one-bias = There is not one bias in total, but one for each output.
parameters-no-channels = You forgot that each filter has weights for every channel that it reads.
parameters-one-filter = That is one filter. How many are there?
parameters-no-window = You forgot the size of the window.
parameters-sum = Every output has a weight for every input: multiply them.
parameters-hint-one-output = How many weights does a single output have?
parameters-hint-weights = { $weights ->
    [one] A single output has { $weights } weight.
   *[other] A single output has { $weights } weights.
}

flatten-index-title = where Flatten puts a value
flatten-index-question = `{ $flatten }` writes all values of `{ $layer }` ({ $rows } rows, { $columns } columns, { $channels } channels) one after another: row by row, column by column within a row, and all channels of each position together. Which unit, counted from 0, does `{ $layer }`, channel { $channel }, row { $row }, column { $column } become?
flatten-index-solution = ({ $row } x { $columns } + { $column }) x { $channels } + { $channel } = { $unit }: the channel changes fastest, then the column.
flatten-index-rule = Count the values that come before it.
flatten-index-from-one = Units are counted from 0, not from 1.
flatten-index-channel-by-channel = You went channel by channel. All channels of a position stay together.
flatten-index-column-by-column = You went column by column. Rows come first.
flatten-index-no-channels = You forgot the channels: each position of the map has all of them.
flatten-index-no-rows = A whole row lies between two rows: multiply the row by the number of columns.
flatten-index-hint-row = How many values are in a whole row, with all channels?
flatten-index-hint-above = { $count ->
    [one] { $count } value lies in the rows above it.
   *[other] { $count } values lie in the rows above it.
}

dense-contribution-title = which of four inputs contributes most to a dense unit
dense-contribution-question = Unit { $unit } of `{ $layer }` multiplies the value of each of the { $count } units of `{ $below }` by a weight, and adds up the products. Here are four of these units. Which one adds most to the sum? Answer with its number.
dense-contribution-solution = Unit { $best }: the products are { $products }, and its own, { $largest }, is the largest.
dense-contribution-rule = Choose one of { $units }.
dense-contribution-largest-value = It has the largest value, but the weight counts, too: multiply them.
dense-contribution-largest-weight = It has the largest weight, but the value counts, too: multiply them.
dense-contribution-other = The product of unit { $unit } is not the largest.
dense-contribution-hint-multiply = Multiply each value by its weight.
dense-contribution-hint-negative = A negative product reduces the sum.
dense-contribution-table = Four inputs of unit { $unit }
dense-contribution-unit = unit
dense-contribution-value = value
dense-contribution-weight = weight
surgery-task-title = a logit after one unit is silenced
surgery-task-question = Unit { $unit } of `{ $layer }` adds up products and its bias to { $before }. One of the products belongs to unit { $silenced } of `{ $below }`. What does the sum become if that unit is silenced, so that its value is 0? { $decimals }
surgery-task-solution = The product { $value } · { $weight } = { $product } is missing, and all else stays: { $before } - ({ $product }) = { $after }.
surgery-task-rule = Take away what the unit adds to the sum.
surgery-task-added = Silenced, the product is missing: take it away instead of adding it.
surgery-task-product-alone = That is what the unit adds. Take it away from the sum.
surgery-task-without-weight = The value reaches the sum multiplied by its weight.
surgery-task-without-value = The weight reaches the sum multiplied by the value.
surgery-task-unchanged = The sum changes, since the product of the silenced unit is not 0 now.
surgery-task-all-silenced = Only one unit is silenced: the products of all others and the bias stay.
surgery-task-hint-zero = A value of 0, multiplied by any weight, adds 0.
surgery-task-hint-product = Multiply value and weight: so much the unit adds now.
surgery-task-table = The unit of `{ $below }` that is silenced, and its weight to unit { $unit } of `{ $layer }`

neighbours-title-of-exercise = how far two digits are from each other
neighbours-question = To find the known digits most like yours, the network's values for both are compared. By two units of `{ $layer }` alone, how far is your digit from a known { $label }? Give the Euclidean distance. { $decimals }
neighbours-solution = The differences are { $first } and { $second }, their squares add up to { $squares }, and the square root is { $distance }.
neighbours-rule = Subtract the values of each unit, square both differences, add them, and take the square root.
neighbours-without-root = That is the sum of the squares. The distance is its square root.
neighbours-sum-of-differences = Square each difference before you add them, then take the square root.
neighbours-one-unit = That is the difference of one unit. The distance takes both units together.
neighbours-hint-rule = The two units are two axes at a right angle: think of Pythagoras.
neighbours-hint-squares = The squares of the differences add up to { $squares }.
neighbours-table = Values of `{ $layer }`
neighbours-digit = digit
neighbours-own-digit = your digit
neighbours-other-digit = a known { $label }
neighbours-unit = unit { $unit }

softmax-title = a probability from three logits
softmax-question = Softmax turns logits into probabilities. If these three classes were the only ones, what would be the probability of class { $label }? Answer with two decimals or in percent; being off by 0.01 is fine.
softmax-solution = exp({ $logit }) is { $power }, and the three exponentials add up to { $total }; the ratio is { $probability }.
softmax-rule = Divide the exponential of its logit by the sum of the three exponentials.
softmax-not-divided = You forgot to divide by the sum of all three exponentials.
softmax-of-logits = That is its share of the logits. Take the exponential of each logit first.
softmax-powers-of-two = Use powers of e = 2.718..., not of 2.
softmax-other-class = That is the probability of class { $label }.
softmax-hint-exponentials = Take exp(logit) of each class. What share of their sum belongs to this one?
softmax-hint-total = The exponentials add up to { $total }.
softmax-table = Logits
softmax-class = class
softmax-logit = logit
softmax-missing = This exercise needs a network that ends in softmax. Choose another exercise, or use the shipped network.

no-gradient-for-exercise = This exercise needs a network that can be followed back to the pixels. { $reason }
no-logits-for-exercise = This exercise needs a network that ends in softmax or sigmoid; this one ends in the layer { $layer }. Choose another exercise, or use the shipped network.

attribution-task-title = what four pixels say for the class, by gradient times input
attribution-sum-question = The network reads { $label }. Here are four pixels of the digit: their ink, and the gradient there, which says how much the logit of { $label } grows if the pixel gets darker by 1. How much do the four together say for { $label }, by gradient times input? { $decimals }
attribution-solution = The products are { $products }; together { $total }. A negative one speaks against { $label }.
attribution-rule = Multiply the ink of each pixel by its gradient, and add up the four products.
attribution-without-ink = You added up the gradients. The ink of each pixel counts, too: multiply by it first.
attribution-without-sign = You left out the minus. A pixel with a negative product speaks against { $label }, so it reduces the sum.
attribution-mean = That is the mean of the four products. The question is about their sum.
attribution-of-sums = You added up first, and multiplied then. Multiply pixel by pixel, and add up the products.
attribution-hint-multiply = Multiply each pixel's ink by its gradient.
attribution-hint-first = The first product is { $product }. Add up all four, with their signs.
attribution-table = Four pixels, with the gradient of the logit of { $label }
attribution-pixel = row { $row }, column { $column }
attribution-ink = ink
attribution-slope = gradient

counterfactual-title = how far the runner-up stays behind if one pixel gets full ink
counterfactual-question = The network reads { $best }; { $second } is the runner-up. The pixel in row { $row }, column { $column } has ink { $ink }. If it got darker by 1, the logit of { $second } would gain { $slope } on that of { $best }, says the gradient. How far is { $second } still behind once the pixel has full ink, which is 1? { $decimals }
counterfactual-solution = { $gap } - { $slope } x { $room } = { $left }: what { $second } is behind, less the gradient times the ink that is still missing. The network itself says { $truth }, since the gradient holds for small changes only. To change the answer, whole lines are needed.
counterfactual-rule = Subtract the gradient times the missing ink from what the runner-up is behind.
counterfactual-gap-alone = That is how far it is behind before the pixel is changed.
counterfactual-without-room = The pixel has ink { $ink } already, so it can't get darker by 1.
counterfactual-ink-for-room = You multiplied by the ink that the pixel has, { $ink }. What counts is the ink that is missing.
counterfactual-added = The gain brings { $second } nearer to { $best }: subtract it.
counterfactual-turned = The number is right, but its sign is not: how far { $second } is behind is the logit of { $best } less that of { $second }.
counterfactual-hint-room = The pixel can get darker only until its ink is 1.
counterfactual-hint-gap = Before the change it is behind by { $gap }.
counterfactual-table = Logits of both

answer-with-share = Answer with two decimals or in percent; being off by 0.01 is fine.
table-probability = probability
table-digits = digits

logarithm-decimal = That is the decimal logarithm, to base 10. The loss takes the natural one, to base e = 2.718...: np.log in Python, ln on a calculator.
logarithm-binary = That is the logarithm to base 2. The loss takes the natural one, to base e = 2.718...: np.log in Python, ln on a calculator.
logarithm-sign = The sign is wrong: the logarithm of a probability is negative, and the loss is minus that.

loss-title = the loss of one answer, from its probabilities
loss-question = A network gives a digit these probabilities, and 0 to all other classes. The right class is { $label }. What is the loss of this answer, its cross-entropy? The logarithm is the natural one. { $decimals }
loss-solution = The right class { $label } has the probability { $chance }, and -ln({ $chance }) = { $loss }. The other probabilities don't matter.
loss-rule = Take the natural logarithm of the probability of the right class, and change its sign.
loss-without-logarithm = A logarithm is missing: the loss is minus the natural logarithm of the probability of the right class.
loss-other-class = That would be the loss if the right class were { $other }.
loss-all-classes = You took all classes. Only the probability of the right class counts.
loss-hint-which = Only one of the probabilities counts: that of the right class.
loss-hint-logarithm = The probability is { $chance }. Take its natural logarithm, and change the sign.
loss-table = What the network says

batch-loss-title = the loss of a small batch
batch-loss-question = A batch holds { $count } digits. For each, the table gives the probability that the network gives to its right class. What is the loss of the batch, the mean cross-entropy? The logarithm is the natural one. { $decimals }
batch-loss-solution = The losses are { $losses }. Their sum, divided by { $count }, is { $mean }.
batch-loss-rule = Take -ln of each probability, add up, and divide by the number of digits.
batch-loss-sum = That is the sum of the losses. Divide it by the { $count } digits.
batch-loss-of-mean = That is the loss of the mean probability. Take the logarithm of each probability first, and the mean at the end.
batch-loss-without-logarithm = A logarithm is missing: the loss of a digit is minus the natural logarithm of its probability.
batch-loss-median = That is the median of the losses. The loss of a batch is their mean.
batch-loss-worst = That is the largest of the losses. The loss of a batch is the mean of all.
batch-loss-hint-each = What is the loss of each digit by itself?
batch-loss-hint-losses = The losses are { $losses }. What is their mean?
batch-loss-table = Probabilities of the right classes
batch-loss-digit = digit

loss-slope-title = the slope of a loss curve, from two losses close together
loss-slope-question = One weight of a network was changed a little, and nothing else. What is the slope of the loss between the two values of the weight? It is negative if the loss falls while the weight grows. { $decimals }
loss-slope-solution = The loss changes by { $change } while the weight grows by { $step }: { $change } / { $step } = { $slope }. { $falls ->
    [yes] The loss falls while the weight grows, so a step of gradient descent makes the weight larger.
   *[no] The loss rises while the weight grows, so a step of gradient descent makes the weight smaller.
}
loss-slope-rule = Divide the change of the loss by the change of the weight.
loss-slope-sign = The sign is wrong. { $falls ->
    [yes] The loss falls while the weight grows, so the slope is negative.
   *[no] The loss rises while the weight grows, so the slope is positive.
}
loss-slope-not-divided = That is how much the loss changes. Divide by { $step }, the change of the weight.
loss-slope-multiplied = You multiplied both changes. Divide the change of the loss by that of the weight.
loss-slope-turned = That is upside down: divide the change of the loss by that of the weight.
loss-slope-hint-change = By how much does the loss change, and by how much the weight? Subtract the first row from the second one.
loss-slope-hint-both = The loss changes by { $change }, the weight by { $step }.
loss-slope-table = Two points of the loss curve
curves-loss = loss

step-direction-title = which of four weights grows most in one step
step-direction-question = These are four weights and the gradient of the loss at each of them. One step of gradient descent changes all four. Which weight grows most? Answer with its number.
step-direction-solution = Weight { $best }: its gradient { $gradient } is the lowest. A step goes against the gradient, so a negative gradient makes the weight grow.
step-direction-rule = Choose a number from 1 to { $last }.
step-direction-uphill = That weight gets smaller. A step goes against the gradient, downhill: a positive gradient makes the weight fall.
step-direction-largest-weight = That is the largest weight before the step. How far a weight moves depends on its gradient.
step-direction-less = That weight grows, but another one grows more.
step-direction-hint-sign = A step subtracts the gradient, multiplied by the learning rate. When does a weight grow?
step-direction-hint-size = Look among the negative gradients. The farther below 0, the larger the step.
step-direction-table = Before the step
step-direction-number = number

gradient-step-title = a weight after one step of gradient descent
gradient-step-question = A weight is { $weight }, the gradient of the loss there is { $gradient }, and the learning rate is { $rate }. What is the weight after one step of gradient descent? { $decimals }
gradient-step-solution = { $weight } - { $rate } x ({ $gradient }) = { $after }.
gradient-step-rule = Subtract learning rate times gradient from the weight.
gradient-step-uphill = The sign is wrong: you went uphill, where the loss is larger. Subtract learning rate times gradient.
gradient-step-without-rate = You forgot the learning rate: multiply the gradient by it first.
gradient-step-alone = That is the step alone. What is the weight after it?
gradient-step-without-gradient = You forgot the gradient: the learning rate is multiplied by it.
gradient-step-divided = You divided by the learning rate. Multiply the gradient by it.
gradient-step-of-weight = Learning rate times gradient is subtracted from the weight, whatever the weight is: don't multiply by the weight.
gradient-step-hint-against = A step goes against the gradient. How long it is, learning rate and gradient decide together.
gradient-step-hint-product = Learning rate times gradient is { $product }.

learning-rate-title = the largest learning rate with which the loss still falls
learning-rate-question = The loss of a weight w is { $half } x w², so its gradient is { $steepness } x w. Training starts at w = { $start }, and each step subtracts learning rate times gradient. Which is the largest of these learning rates with which the loss falls? Answer with the learning rate.
learning-rate-solution = { $best }: the first step leads from { $start } to { $after }, which is nearer to the minimum at 0. With { $next } it leads to { $beyond }, farther away than before, and each further step makes it worse.
learning-rate-rule = Choose one from the table. Take one step with each, and compare the distances from 0.
learning-rate-diverges = With { $rate } the first step leads to { $after }, farther from the minimum at 0 than before: the loss grows, and each further step makes it worse.
learning-rate-not-largest = With { $rate } the first step leads to { $after }, and the loss falls. But with a larger one of these it falls, too: w may jump over the minimum if it lands nearer to it than before.
learning-rate-hint-step = The gradient at the start is { $steepness } x ({ $start }). Where does the first step lead with each learning rate?
learning-rate-hint-nearer = The loss falls if w is nearer to 0 after the step than { $start } is, on either side.
learning-rate-table = Learning rates to choose from
learning-rate-name = learning rate

softmax-gradient-title = the gradient of the loss with respect to one logit
softmax-gradient-question = A network ends in softmax, and its loss is the cross-entropy. It gives a digit these probabilities, and the right class is { $label }. What is the gradient of the loss with respect to the logit of class { $asked }? { $decimals }
softmax-gradient-solution = The gradient is the probability minus the target, which is 1 for the right class { $label } and 0 for all others. For class { $asked }: { $chance } - { $target } = { $gradient }.
softmax-gradient-rule = Subtract the target from the probability of this class.
softmax-gradient-sign = The sign is wrong. The gradient is the probability minus the target: negative for the right class, whose logit should grow, and positive for all others.
softmax-gradient-target = You took the wrong target: it is 1 for the right class, and 0 for every other class.
softmax-gradient-other-logit = That is the gradient for the logit of the right class { $label }.
softmax-gradient-of-softmax = That is how the probability itself changes with its logit. The question is about the loss.
softmax-gradient-by-probability = That is the gradient with respect to the probability of the right class. Softmax lies between it and the logit.
softmax-gradient-loss = That is the loss itself. Its gradient says how it changes with the logit.
softmax-gradient-zero = The loss depends on this logit, too: softmax divides by the sum over all classes.
softmax-gradient-hint-wish = What should the probability of this class be, if the answer were perfect? That is its target.
softmax-gradient-hint-target = The target of class { $asked } is { $target }. Subtract it from the probability.

backprop-dense-title = the gradient of one weight of a dense unit
backprop-dense-question = A dense unit multiplies { $count } inputs by its weights and adds up the products and a bias. Backpropagation has found that the gradient of the loss with respect to this sum is { $error }. What is the gradient with respect to the weight of input { $number }? { $decimals }
backprop-dense-solution = If the weight grows by 1, the sum grows by the input, { $value }. So the gradient is { $error } x { $value } = { $gradient }.
backprop-dense-rule = Multiply the gradient of the sum by the value of this weight's input.
backprop-dense-of-input = You multiplied by the weight. That is the gradient of the input, which goes on to the layer below.
backprop-dense-of-bias = That is the gradient of the sum, and of the bias. The input of the weight counts, too.
backprop-dense-without-error = That is how the sum changes with the weight. By the chain rule, multiply it by the gradient of the sum.
backprop-dense-sign = The sign is wrong. The question is about the gradient, not about the step against it.
backprop-dense-step = You took a step already, with the learning rate 1. The question is about the gradient alone.
backprop-dense-with-weight = You multiplied by the weight as well. Only the gradient of the sum and the input count.
backprop-dense-all-inputs = You took all inputs. Only the weight's own input counts.
backprop-dense-hint-grow = If this weight grew by 1, by how much would the sum grow?
backprop-dense-hint-chain = The sum would grow by { $value }. The chain rule multiplies that by the gradient of the sum.
backprop-dense-table = The inputs of the unit
backprop-dense-input = input

backprop-relu-title = which gradients pass ReLU on the way back
backprop-relu-question = On the way forward, ReLU read these five values. On the way back, a gradient of the loss arrives at each of its outputs, and ReLU passes it on to the input or stops it. What is the sum of the five gradients at the inputs? { $decimals }
backprop-relu-solution = ReLU passes the gradients where its input was positive: { $passing }. Their sum is { $total }.
backprop-relu-rule = Keep a gradient unchanged where the value before ReLU is positive, and take 0 everywhere else.
backprop-relu-forgotten = You let all gradients pass. Where the value before ReLU is negative, the output does not change with it, and the gradient is 0.
backprop-relu-of-gradient = You applied ReLU to the gradients. What counts is the sign of the value before ReLU; negative gradients pass as well.
backprop-relu-both = You left out negative gradients. They pass as well where the value before ReLU is positive.
backprop-relu-other-way = It is the other way round: the gradients pass where the value before ReLU is positive.
backprop-relu-with-value = You multiplied by the values. The slope of ReLU is 1 or 0, so a gradient passes unchanged or not at all.
backprop-relu-forward = That is the way forward: the sum of the values after ReLU. The question is about the gradients.
backprop-relu-hint-slope = What is the slope of ReLU for a positive value, and what for a negative one?
backprop-relu-hint-count = { $count ->
    [one] { $count } of the five gradients passes.
   *[other] { $count } of the five gradients pass.
}
backprop-relu-table = ReLU, forward and back
backprop-relu-value = before ReLU

curves-table = Losses after each epoch
curves-epoch = epoch
curves-training = training digits
curves-validation = validation digits

early-stopping-title = after which epoch to stop
early-stopping-question = A network was trained for too long. The table gives its loss on the training digits and on validation digits, which it does not learn from. After which epoch should it have stopped, to read new digits best? Answer with the number of the epoch.
early-stopping-solution = After epoch { $best }, the loss on validation digits is least, { $least }. Later, only the loss on the training digits falls: the network overfits.
early-stopping-rule = Choose an epoch from 1 to { $last }.
early-stopping-training = There the loss on the training digits is least. How well new digits are read, the validation digits show.
early-stopping-gap = There both losses are nearest to each other, but the loss on validation digits still falls afterwards.
early-stopping-early = That is too early: the loss on validation digits still falls afterwards.
early-stopping-late = That is too late: the loss on validation digits was less before.
early-stopping-hint-which = Which of the two losses tells how well new digits are read?
early-stopping-hint-least = The least loss on validation digits is { $least }.

overfitting-gap-title = the gap between the losses of a network that overfits
overfitting-gap-question = A network was trained for too long. The table gives its loss on the training digits and on validation digits, which it does not learn from. After the last epoch, how much larger is the loss on validation digits than on training digits? { $decimals }
overfitting-gap-solution = { $validation } - { $training } = { $gap }. After the first epoch, the gap was { $first }: the network has learnt more and more of what is true of the training digits only.
overfitting-gap-rule = Subtract the loss on the training digits from the loss on validation digits, both after the last epoch.
overfitting-gap-sign = The number is right, but its sign is not: the loss on validation digits is the larger one.
overfitting-gap-at-best = That is the gap where the loss on validation digits is least. The question is about the last epoch.
overfitting-gap-risen = That is how much the loss on validation digits has risen since it was least. Compare it with the loss on the training digits.
overfitting-gap-first = That is the gap after the first epoch. The question is about the last one.
overfitting-gap-validation-alone = That is the loss on validation digits. Subtract the loss on the training digits.
overfitting-gap-mean = That is the mean of all gaps. The question is about the last epoch.
overfitting-gap-hint-row = Only the last row counts.
overfitting-gap-hint-numbers = The losses are { $training } on the training digits and { $validation } on validation digits.

storage-title = how many numbers to learn from there are for each parameter
storage-question = A network with { $parameters ->
    [one] { $parameters } parameter
   *[other] { $parameters } parameters
} learns from { $pictures } pictures of { $sides } numbers each. How many numbers of the pictures are there for each parameter? Round to a whole number, or give two decimals.
storage-solution = { $pictures } x { $pixels } = { $numbers } numbers, divided by { $parameters } parameters: { $ratio }. A parameter takes 4 bytes, and a number of a picture 1. So, as they are, at most { $fit } % of the pictures would fit into the parameters, even if these did nothing else.
storage-rule = Count the numbers in all pictures, and divide by the number of parameters.
storage-turned = You divided the other way round: the numbers of the pictures are divided by the parameters.
storage-pictures = You divided the number of pictures. Each picture holds { $pixels } numbers.
storage-one-side = You took one side of a picture. A whole picture holds { $pixels } numbers.
storage-not-divided = These are the numbers in all pictures. Divide them by the number of parameters.
storage-difference = You subtracted. How many there are for each parameter, a division tells.
storage-hint-picture = One picture holds { $pixels } numbers. How many do all pictures hold together?
storage-hint-numbers = All pictures together hold { $numbers } numbers.

groups-title = the accuracy of the group of digits that is misread most often
groups-question = A network was tested with ones and sevens, and these were sorted by how they are written. Which group does the network misread most often, measured by its size? Answer with the accuracy of that group: the share of its digits that are read correctly. { $share }
groups-solution = The worst group: { $group }, with { $right } of { $size } read correctly: { $share }. Over all digits, the accuracy is { $overall }, and hides it, because the group is small.
groups-rule = Divide the digits that are read correctly by all digits of the group, for each group, and take the lowest share.
groups-most-misread = This group ({ $group }) has the most misread digits, but it is much larger, too. Divide by the size of each group.
groups-overall = That is the accuracy over all digits. It hides how a small group is read.
groups-mean = That is the mean of the four accuracies. The question is about the worst group.
groups-misread-share = That is the share of digits that are misread. The question is about those that are read correctly.
groups-other = That is the accuracy of another group: { $group }. A lower one is among them.
groups-hint-divide = Compute the accuracy of each group: correct ones divided by all of the group.
groups-hint-group = The worst group: { $group }.
groups-table = How the digits of each group are read
groups-name = group
groups-right = correct
groups-plain-1 = plain 1
groups-flag-1 = 1 with upstroke
groups-plain-7 = plain 7
groups-crossed-7 = crossed 7

mixture-title = the accuracy of a network where people write digits another way
mixture-question = The table says how a network read the sevens of a test. It is now used in a country where { $percent } % of the sevens are crossed. What accuracy on sevens can you expect there, if each group is read as well as in the test? { $share }
mixture-solution = { $percent } % of the sevens are read with an accuracy of { $crossed }, and { $rest } % with { $plain }: together { $expected }. The test said { $overall }: an accuracy belongs to the digits that it was measured with.
mixture-rule = Compute the accuracy of each group, and weigh both by their shares of the new sevens.
mixture-of-the-test = That is the accuracy in the test, where crossed sevens were rare. Weigh the groups by their shares of the new sevens.
mixture-mean = That is the mean of both accuracies, as if half of the new sevens were crossed.
mixture-swapped = You swapped the shares: the crossed sevens are { $percent } % of the new ones.
mixture-one-group = That is the accuracy of one group. The new sevens are a mixture of both.
mixture-hint-groups = Compute the accuracy of each group by itself first. These don't change.
mixture-hint-weigh = { $percent } % are read with an accuracy of { $crossed }, and { $rest } % with { $plain }.

confusion-title = the recall or the precision of a digit, from a confusion matrix
confusion-question = The table counts how often a network reads each true digit (a row) as which digit (a column). What is the { $measure ->
    [recall] recall of { $label }: the share of the digits of class { $label } that are read as { $label }
   *[precision] precision of { $label }: the share of the digits read as { $label } that are of class { $label }
}? { $share }
confusion-solution = { $measure ->
    [recall] The row of { $label } holds { $total } digits, and { $right } of them are read as { $label }: { $share }.
   *[precision] The column of { $label } holds { $total } digits, and { $right } of them are of class { $label }: { $share }.
}
confusion-rule = { $measure ->
    [recall] Divide the number where row and column are { $label } by the sum of the row.
   *[precision] Divide the number where row and column are { $label } by the sum of the column.
}
confusion-swapped = { $measure ->
    [recall] You swapped rows and columns: that is the precision. For the recall, add up the row of { $label }.
   *[precision] You swapped rows and columns: that is the recall. For the precision, add up the column of { $label }.
}
confusion-accuracy = That is the accuracy over all digits. Look at one { $measure ->
    [recall] row
   *[precision] column
} only.
confusion-of-all = You divided by all digits of the table. Divide by the sum of one { $measure ->
    [recall] row
   *[precision] column
}.
confusion-misread = That is the share of the wrong ones. The question is about the right ones.
confusion-of-others = You divided by the wrong ones. Divide by all, right and wrong ones together.
confusion-other = The measure is right, but for { $other } instead of the digit that is asked about.
confusion-hint-where = { $measure ->
    [recall] All digits of class { $label } stand in one row.
   *[precision] All digits that are read as { $label } stand in one column.
}
confusion-hint-numbers = { $measure ->
    [recall] { $right } of the { $total } digits in the row of { $label } are read as { $label }.
   *[precision] { $right } of the { $total } digits in the column of { $label } are of class { $label }.
}
confusion-table = How often each digit is read as which
confusion-true = true digit
confusion-read = read as { $label }

calibration-title = how far confidence and accuracy are apart, from a reliability table
calibration-question = Digits are sorted into bins by the network's confidence. If the confidence could be trusted, it would equal the accuracy in each bin. What is the expected calibration error: the mean of the gaps between both, where each bin counts by its number of digits? { $share }
calibration-solution = The gaps are { $gaps }. Each multiplied by the digits of its bin, added up, and divided by all digits, that makes { $error }.
calibration-rule = Multiply the gap of each bin, without its sign, by its number of digits, add up, and divide by all digits.
calibration-unweighted = You counted all bins alike. A bin with more digits counts more.
calibration-signed = You let gaps with different signs cancel out. Take the size of each gap, without its sign.
calibration-largest = That is the largest gap. The question is about the mean over all digits.
calibration-sum = That is the sum of the gaps. Each bin counts by its share of the digits.
calibration-accuracy = That is the accuracy over all digits. The question is how far it is from the confidence, bin by bin.
calibration-confidence = That is the mean confidence over all digits. The question is how far it is from the accuracy, bin by bin.
calibration-hint-gaps = For each bin, how far are confidence and accuracy apart?
calibration-hint-weigh = The gaps are { $gaps }. Multiply each by the digits of its bin, add up, and divide by { $total }.
calibration-table = Mean confidence and accuracy in each bin
calibration-name = bin
calibration-range = { $low } to { $high }
calibration-mean = confidence
calibration-right = accuracy

attack-title = how much small changes of all pixels can change a linear score
attack-question = A score adds up weight x ink over { $count } pixels. An attack may make each pixel darker or lighter by { $epsilon } at most. By how much can it make the score grow at most? { $decimals }
attack-solution = Each pixel moves by { $epsilon } in the direction of its weight's sign, so all products grow: { $epsilon } x { $total } = { $change }. With many pixels, changes too small to see add up.
attack-rule = Add up the weights without their signs, and multiply by the largest change of a pixel.
attack-without-sign = You made all pixels darker, or all lighter. A pixel with a negative weight must get lighter for the score to grow.
attack-without-epsilon = That is for changes of 1. Multiply by the largest change of a pixel.
attack-one-pixel = You changed one pixel. All of them may change at once.
attack-darker-only = You only made pixels darker. Those with negative weights help, too, when they get lighter.
attack-length = You took the length of the weights, with squares and a root. Each pixel may change by the full amount, so their sizes add up.
attack-mean = That is the mean over the pixels. Their changes add up.
attack-falls = That is how much the score can fall. The question is how much it can grow.
attack-hint-direction = In which direction must each pixel change so that the score grows? Look at the sign of its weight.
attack-hint-total = Without their signs, the weights add up to { $total }.
attack-table = Weights of the score
attack-pixel = pixel

draw-uncertain-title = draw a digit that the network is unsure about
draw-uncertain-question = Draw a digit that the network takes for { $wanted ->
    [8] an 8
   *[other] a { $wanted }
} with a probability of { $low } to { $high } %.
draw-uncertain-right = The network gives { $wanted } a probability of { $share } %: it cannot decide.
draw-uncertain-too-sure = The network gives { $wanted } a probability of { $share } %: that is too sure. Remove a part, or add one of another digit.
draw-uncertain-too-far = The network gives { $wanted } a probability of only { $share } % and reads { $prediction ->
    [8] an 8
   *[other] a { $prediction }
} with { $confidence } %. Make it look more like { $wanted ->
    [8] an 8
   *[other] a { $wanted }
}.
draw-uncertain-hint-begin = Begin with a clear { $wanted }, and change it step by step into another digit while you watch the probabilities.
draw-uncertain-hint-border = Close to the border between two digits, small changes do a lot: add a short stroke, undo it, and try another length.
draw-uncertain-solution = There are many: draw something half-way between { $wanted ->
    [8] an 8
   *[other] a { $wanted }
} and a digit that resembles it.

draw-other-title = change your digit until the network reads another one
draw-other-question-strokes = Your digit is read as { $was ->
    [8] an 8
   *[other] a { $was }
}. Keep its strokes and add others until it is read as another digit with a confidence of at least { $sure } %.
draw-other-question-picture = Your digit is read as { $was ->
    [8] an 8
   *[other] a { $was }
}. Change it or draw over it until it is read as another digit with a confidence of at least { $sure } %.
draw-other-new-drawing = That is a new drawing. Keep your strokes as they are, and add others.
draw-other-still = It is still { $was ->
    [8] an 8
   *[other] a { $was }
}: the network reads it with { $confidence } %.
draw-other-nearly = Nearly: it is read as { $prediction ->
    [8] an 8
   *[other] a { $prediction }
} with { $confidence } %, but at least { $sure } % is needed.
draw-other-right = It was { $was ->
    [8] an 8
   *[other] a { $was }
}, and now it is read as { $prediction ->
    [8] an 8
   *[other] a { $prediction }
} with { $confidence } %.
draw-other-hint-contained = Which digit contains yours? A 4 and a 7 contain a 1, an 8 contains a 3, and a 6 contains a 5.
draw-other-hint-large-stroke = A stroke much larger than the digit turns it into a detail of another one.
draw-other-solution = Any digit that contains yours: add a closed loop or a long stem, for example.

draw-unframed-title = draw a digit that is misread without framing
draw-unframed-question = Draw { $wanted ->
    [8] an 8
   *[other] a { $wanted }
} that the network reads with at least { $sure } % if it is framed, but takes for another digit if the pad is merely shrunk. The explorer's switches make no difference: both ways are tried.
draw-unframed-readings = With framing, it is read as { $framed ->
    [blank] blank paper
    [8] an 8 with { $framed_confidence } %
   *[other] a { $framed } with { $framed_confidence } %
}; without, as { $unframed ->
    [blank] blank paper
    [8] an 8 with { $unframed_confidence } %
   *[other] a { $unframed } with { $unframed_confidence } %
}.
draw-unframed-misread = { $readings } Begin with { $wanted ->
    [8] an 8
   *[other] a { $wanted }
} that is read correctly with framing.
draw-unframed-needs-no-framing = { $readings } Draw it smaller, or farther from the centre.
draw-unframed-hint-framing = What does framing make up for? Where you draw, how large, and with how wide a brush.
draw-unframed-hint-corner = Draw it in a corner.
draw-unframed-solution = A small { $wanted } in a corner of the pad.
draw-unframed-no-drawing = This exercise needs a drawing, not blank paper or a picture. Draw on the pad, then check again.

draw-line-title = draw a line that one filter responds to most
draw-line-question = Draw a straight line that filter { $filter } of `{ $layer }` responds to most: the largest value of its map must be larger than that of any other map.
draw-line-right = Filter { $filter } reaches { $value }, more than any other.
draw-line-other-filter = Filter { $filter } reaches { $value }, but filter { $best } reaches { $largest }.
draw-line-hint-kernel = The line should lie where the kernel is positive, and avoid where it is negative.
draw-line-hint-angle = A line at { $angle } degrees, counter-clockwise from horizontal, does it.
draw-line-solution = A line at { $angle } degrees, counter-clockwise from horizontal.

## export

export-note-shipped = shipped network, in this page
export-needs-script = A picture: to draw, open this page in a current browser with JavaScript.
still-note = A picture of what this notebook cell showed last. To use it, run the notebook, or make a page in which explorers of the shipped network work without Python: mnistviz export --notebook NOTEBOOK.ipynb OUT.html
export-still = An explorer: the digit, read as { $digit } with { $confidence }, and the feature maps of each layer.
export-still-blank = An explorer with a blank pad.
export-still-covered = A digit on the pad. What the network reads is covered until you have made a guess.
export-network-unknown = The page can't run this network. It knows chains of convolutions, pooling, flatten and dense layers with finite float32 weights and the usual activations; use such a network.
export-notebook-unreadable = Can't read the notebook { $path }: { $reason }. Check the name.
export-no-explorer = No explorer of the shipped network found in { $path }. Run the notebook, save it, and try again.
lesson-folder-not-empty = The folder { $folder } is not empty. Choose a new one, so that nothing in it is lost.
lesson-without-exercises = A sheet needs at least one exercise of each kind. Use --seeds 1 or more.
lesson-sheet-title = # Exercises and answers
lesson-sheet-how = For the teacher alone. The questions are about the drawing in `students/drawing.json`; the line above each makes the same exercise. A drawing is right if the network says so: the exercise checks it.
lesson-sheet-answer = **Answer:** { $solution }
export-file-unwritable = Can't write the page: { $error }. Choose another folder or name.

## plot

figure-first-maps = { $title }   the first { $shown } maps
figure-most-probable = the { $shown } most probable of { $count } classes
figure-layer = { $title }   [{ $low } .. { $high }]
figure-blank-paper = blank paper
figure-prediction = { $prediction }: { $confidence }
figure-probabilities = probabilities
figure-maximised = pleases { $name }: { $value }
figure-maximised-share = share of the ascent (%)
figure-maximised-value = value of the unit
figure-patch = a { $label }: { $value }
figure-attribution = orange speaks for it, purple against it; up to { $high }
figure-deletion = probability, { $question }: mean { $area }; at random { $random }
figure-deleted-by-map = deleted in the order of the map
figure-deleted-at-random = deleted at random
figure-deleted-ink = ink deleted (% of its pixels)
figure-receptive-field = receptive field in the digit
figure-terms = { $part ->
    [value] values of { $layer }   [{ $low } .. { $high }]
    [weight] weights   [{ $low } .. { $high }]
   *[product] products   [{ $low } .. { $high }]
}
figure-strongest-products = { $count ->
    [one] strongest of 1 product
   *[other] strongest of { $count } products
}
figure-exponentials = exponentials, sum { $total }
figure-compared-layer = { $title }: { $which }   [{ $low } .. { $high }]
figure-compared-difference = b - a   [{ $low } .. { $high }], { $relative } of the values
figure-compared-digit = { $which }: { $reading }
figure-change = { $kind ->
    [add] { $amount } pixels of ink added
    [remove] { $amount } pixels of ink removed
   *[noise] noise of length { $amount }   [{ $low } .. { $high }]
}
figure-history = how the answer came about: { $moments } of { $points } moments
figure-point = points of the drawing
figure-probability = probability
figure-other-classes = all others
figure-before = before
figure-after = after
figure-digit-map = { $count } bundled digits, by { $method }
figure-neighbours-digit = read as { $label }
figure-neighbour = { $label }: { $distance }
figure-runner-up = runner-up { $label }: { $distance }
figure-neighbours-remark = Distances of the values of { $layer }. Of ten true neighbours, { $kept } are neighbours on the map ({ $share }). It can't say how far groups are from each other, and near digits do not prove an answer right.
figure-weight-loss = weight { $value }   loss { $loss }   slope { $slope }
figure-loss = mean loss

## evaluation

accuracy-of-other-classes = The network has { $classes } classes, but accuracy is counted on the digits 0 to 9. Use a network with one class for each digit.
ranking-of-no-digit = There is no digit { $digit } to rank filters for. Choose one from 0 to 9, or None for all.
ranking-title = { $digit ->
    [all] Accuracy of { $accuracy } with all of { $layer }; without one:
   *[one] Accuracy of { $accuracy }, { $recall } of the { $digit }, with all of { $layer }; without one:
}
ranking-head = { $digit ->
    [all] | filter | accuracy | cost |
   *[one] | filter | accuracy of the { $digit } | cost | accuracy | cost |
}

nothing-to-evaluate = There are { $digits } digits and { $samples } samples to measure with. Use at least one of each; load_mnist() returns digits.
too-few-bins = The number of bins is { $bins }. Use at least 1; the default is { $default }.
temperature-out-of-range = The temperature is { $temperature }. Use a positive, finite one from fit_temperature().
scores-and-labels-differ = The scores ({ $scores }) and labels ({ $labels }) do not match. Pass scores (n, classes) of at least one digit, and n integer labels 0..classes-1.
scores-not-finite = The scores contain NaN or infinity. Check the weights of the network.
measuring-test-digits = { $count ->
    [one] Measuring one test digit ...
   *[other] Measuring { $count } test digits ...
}
measuring-pen-digits = { $count ->
    [one] Measuring one pen digit ...
   *[other] Measuring { $count } pen digits ...
}
measuring-corruption = { $count ->
    [one] Measuring { $name } of one digit ...
   *[other] Measuring { $name } of { $count } digits ...
}
measuring-non-digits = Measuring drawings of non-digits ...
report-network = Network: { $network }
report-test-digits = Test digits: { $count }
report-pen-digits = Pen digits: { $count }
report-accuracy = accuracy
report-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
report-calibration-error = expected calibration error
report-flagged = flagged (false alarms)
report-class = class
report-precision = precision
report-recall = recall
report-count = count
report-confusion = class (down) read as (across)
report-worst-errors = worst errors
report-error = digit { $index }: class { $label } read as { $prediction } with { $confidence }
report-corruptions = { $count ->
    [one] Accuracy under corruptions, each on one digit
   *[other] Accuracy under corruptions, each on { $count } digits
}
report-non-digits = Non-digits: share flagged, and share read with a confidence of { $confidence } or more without being flagged
measuring-photos = { $count ->
    [one] Reading one photo ...
   *[other] Reading { $count } photos ...
}
photos-measured = Read { $done } of { $total } photos.
photo-folder-missing = There is no folder { $folder }. Name the folder that has your photos.
photo-index-unreadable = Can't read { $path }: { $error }. Save it as CSV in UTF-8.
photo-index-without-columns = The first line of { $path } is "{ $columns }". Name the columns there: file,label or file,label,kind,group.
photo-name-without-label = The name does not begin with a label. Name it LABEL_*, for example 7_01.jpg.
photo-label-invalid = The label is "{ $label }". Use a digit 0..9.
no-photos = { $count ->
    [0] There are no photos in { $folder }. Name them LABEL_*.jpg, for example 7_01.jpg, or list them in index.csv with the columns file,label.
    [one] The only file in { $folder } can't be used. { $file }: { $reason }
   *[other] None of the { $count } files in { $folder } can be used. The first is { $file }: { $reason }
}
report-photos = Photos: { $count }
report-photos-all = all
report-photos-count = photos
report-photos-right = right
report-photos-refused = refused
report-photos-flagged = flagged
report-photos-wrong-but-flagged = wrong, flagged
report-photos-silently-wrong = silently wrong
report-photos-median = median
report-photos-percentile-95 = 95th percentile
report-photo-groups = { $count ->
    [one] One group
   *[other] Groups: the worst { $shown } of { $count }
}
report-photos-silent-errors = Silently wrong: { $count }
report-photo-error = { $file }: { $label } read as { $prediction } with { $confidence }
report-photos-left-out = Left out: { $count }
figure-read-as = read as
figure-class = class
figure-accuracy = accuracy
figure-accuracy-of = accuracy { $accuracy }
figure-confidence = confidence
figure-calibration-error = expected calibration error { $error }
figure-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors; the most confident first
}
figure-error = { $label } as { $prediction }

## training

learning-rate-out-of-range = The learning rate is { $value }. Use a number above 0 and at most 1; 0.002 works well.
training-setting-out-of-range = The value of { $name } is { $value }. Use a whole number from 1 to 1,000.
augment-not-boolean = The value of augment is { $value }. Use True or False.
unknown-subset = The value of digits is { $value }. Use 500, 5000 or 'all'.
seed-out-of-range = The value of seed is { $value }. Use a whole number of at least 0.
training-already-started = { $state ->
    [paused] A second start is not possible while the training is paused. Call resume() to continue, or stop() to end it.
   *[running] A second start is not possible while the training is running. Call stop() to end it, or wait() until it has ended.
}
training-diverged = { $batches ->
    [one] The loss is { $loss } after one batch. Press Reset, then train with a smaller learning rate.
   *[other] The loss is { $loss } after { $batches } batches. Press Reset, then train with a smaller learning rate.
}
nothing-to-train = The model { $name } has no weights to train: all its layers are frozen or have none. Set layer.trainable = True for those that shall learn.
own-training-method = The class { $type } has its own { $method }, so its training would differ from what the trainer shows. Train it with fit(), or pass a model without that method.
unknown-loss = The model is compiled with the loss { $name }, which the trainer does not know. Compile it with sparse_categorical_crossentropy, categorical_crossentropy, binary_crossentropy or mean_squared_error.
loss-of-more-outputs = The model has one output, which the loss { $name } can't train. Compile it with binary_crossentropy, or end it with Dense(2).
model-of-other-classes = The model tells { $classes } classes apart, but the data have { $needed }. Give the last Dense layer as many units as there are classes, or choose other data.
augmentation-of-other-pictures = Augmentation distorts handwriting, so it is for MNIST's digits only. Leave augment out, or pass what load_mnist() returns.
loss-reduction = The loss { $name } of the model has the reduction { $reduction } and is no mean over the batch. Leave the reduction out.
optimizer-not-copied = The model's optimizer { $name } cannot be copied from its configuration. Let its get_config() return all arguments of its class, or compile the model with an optimizer of Keras.
loss-cross-entropy = cross-entropy
loss-binary-cross-entropy = binary cross-entropy
loss-squared-error = mean squared error
loss-smoothed = { $loss } with smoothed labels
loss-weighted = { $weight } × { $loss }
loss-with-penalty = { $loss } + penalty
training-option-too-small = The value of { $name } is { $value }. Use at least { $least }, or leave it out for the default.
training-option-of-other-network = The option { $option } does not belong to --network { $network }. Leave it out.
training-needs-pen = The pen digits are missing. Use --pen pen_train.npz, or train the ink finder with --network ink.
training-also-needs-further = The option --also needs --further. Add it, or leave --also out.
training-no-such-weights = The file { $file } does not hold weights of this network. Give files of mnistviz train, such as cnn.keras, with --also.
too-few-training-digits = The training split has { $count } digits. Use MNIST with at least { $least }, since the last 5,000 are kept for validation.
folder-has-training = The folder { $folder } already has the progress of a training. Resume it with --resume, or choose another --folder.
training-options-changed = The training in { $folder } has other values of { $names }. Use those values to resume it, or choose another --folder.
rendering-pen-digits = Rendering pen digits: { $done } of { $total }, { $seconds } s left
rendering-pictures = Rendering pictures: { $done } of { $total }, { $seconds } s left
asking-network = Asking the network what it knows: { $done } of { $total }, { $seconds } s left
asking-teacher = Asking the teacher: { $done } of { $total }, { $seconds } s left
training-teacher = Training the teacher: { $parameters } parameters, { $digits } digits
training-network = Training the network: { $parameters } parameters, { $digits } digits
training-ink-finder = Training the ink finder: { $parameters } parameters, { $pictures } pictures
training-stopped = Stopped. Resume with --resume; progress is in { $folder }.
training-stopped-with-weights = Stopped. Continuing with the best weights so far.
digit-map-outdated = The map of the bundled digits belongs to the weights before. Run make digit-map to place them again.
fitted-temperature = Temperature: { $temperature }
accuracy-on-validation-digits = MNIST validation digits: accuracy { $accuracy }, calibration error { $error }
accuracy-on-held-out-writers = Held-out pen writers: accuracy { $accuracy }, calibration error { $error }
accuracy-on-test-digits = MNIST test digits: accuracy { $accuracy }, calibration error { $error }

## command-line

command-description = Watch a convolutional network read digits.
command-lab = open the notebooks in JupyterLab
command-predict = read the digits in picture files
command-export = write an explorer, or a notebook with its explorers, as a page that needs no Python
command-lesson = make the folder for a class, or check the scores that a class has handed in
command-lesson-export = write notebooks, pages without Python, and a sheet with the answers of exercises
command-lesson-scores = print the points in files of scores, each answer judged again
lesson-option-folder = the new folder
lesson-option-drawing = what the exercises on the sheet are about: a file that explorer.save has written
lesson-option-seeds = how many exercises of each kind are on the sheet
lesson-option-files = files that mnistviz.save_scores has written
lesson-scores-same = judged again: the same
lesson-scores-differ = judged again: { $points }
lesson-scores-other-network = not judged again: about another network
command-evaluate = measure the shipped network
command-train = train the shipped network or the ink finder again
lab-option-port = port of the server; if it is taken, the next free one is used
predict-option-files = PNG, JPEG, WEBP, GIF, BMP, or TIFF without compression
predict-option-all = read all digits of each file, from left to right, line by line, instead of the largest
predict-option-json = print a JSON list instead of lines
predict-option-figure = save all feature maps of the last file read
export-option-notebook = a notebook that was run and saved; without it, the page is one explorer with a blank pad
export-option-path = the page; an existing file is replaced
evaluate-option-data = mnist.npz, a CSV file, a folder of IDX or CSV files, 'full' or 'bundled' (the default)
evaluate-option-pen = pen digits; those of the held-out writers are measured
evaluate-option-photos = photos of single digits named LABEL_*.jpg, or listed in index.csv (file,label,kind,group); only they are measured unless --data, --pen or --figures is given
evaluate-option-samples = digits per corruption and strength (default: { $default })
evaluate-option-json = save all results as JSON
evaluate-option-figures = save confusion, reliability, corruptions and worst errors as PNG
train-option-network = what to train: the network that reads digits (the default), or the ink finder
train-options-of-network = with --network { $network }
train-option-mnist = Keras's mnist.npz, a CSV file, or a folder of IDX or CSV files
train-option-pen = pen_train.npz: digits as strokes (required)
train-option-output = folder for the assets (default: that of the package)
train-option-folder = folder that keeps the progress (default: { $default })
train-option-resume = continue with the progress in the folder
train-option-further = train the shipped network further, in place of new weights: for forms of digits that it lacks
train-option-also = Keras files of networks like the shipped one, such as former ones: with --further, their answers on MNIST are averaged with its own and the teacher's
train-option-epochs = passes over all digits or pictures (default: { $digits } for digits, { $ink } for ink)
train-option-teacher-epochs = passes of the teacher, the larger network that it learns from (default: { $default })
train-option-pen-digits = number of pen digits to render (default: { $default })
train-option-non-digits = number of non-digits to render (default: { $default })
train-option-pictures = number of pictures to render (default: { $default })
train-option-processes = number of processes that render pictures (default: { $default })
train-option-seed = seed of everything random (default: { $default })
stopped = Stopped.
does-not-look-like-a-digit = does not look like a digit
several-digits-in-file = { $count } digits found, this is the largest (--all reads all)
figure-not-saved = Could not save the figure { $path }: { $reason }
bundled-digits-were-trained-on = The network was trained on the bundled digits, so the results are too good. Use --data to measure it on other digits.
nothing-will-be-flagged = Nothing will be flagged: { $reason }
no-screen = There is no screen. Open the address below in a browser.
starting-lab = Starting JupyterLab with { $notebook }. Press Ctrl-C to stop it.
notebook-copied = Copied { $name } to { $folder }.

## autosave

drawing-not-restored = mnistviz: could not restore the drawing in { $path }: { $reason }
drawing-not-kept = mnistviz: could not keep the drawing in { $path }: { $reason }

## language

no-such-language = There is no language { $code } in mnistviz. Choose one of { $languages }.

## explorer

snapshot-blank = draw a digit
snapshot-steps-off =
    framing without
    { $steps }

upload-kinds = { $formats }, at most { $limit } MB
digit-title = The digit that the network sees
nothing-to-draw = There is no stroke to draw. To blank the pad, call explorer.clear().
nothing-to-save = The pad is blank. Draw on it first.
no-such-sample = There is no sample { $index }. Use a whole number from 0 to { $last }, the place in the row of samples.
picture-has-no-strokes = The pad shows a picture, which has no strokes to save. Draw on the pad first.

picture-without-history = The pad shows a picture, which was not drawn and has no earlier moments. Draw on the pad first.
no-such-moment = There is no moment { $points } of this drawing. Use a whole number of points from 0 to { $most }, or None for now.
beside-this-drawing = this drawing
beside-kept-drawing = the kept drawing
beside-this-network = this network
beside-other-network = the other network
edits-taken-back = The edits don't fit the network any more, so the original is shown. { $reason }
still-rendering = The explorer is still rendering after { $seconds } s. Wait longer.

## hosts

colab-widgets-off = Google Colab shows this live only with its manager of custom widgets, and that is switched off. Run `from google.colab import output; output.enable_custom_widget_manager()`, then this cell again.

## codec

codec-reserved-key = The header must not have the key { $keys }.
codec-dtype = The array { $name } has the type { $dtype }. Use one of { $dtypes }.

## trainer

kernels-title = { $count ->
    [one] One kernel { $rows }x{ $columns } of the first convolution
   *[other] { $count } kernels { $rows }x{ $columns } of the first convolution
}
unit-weights-title = { $count ->
    [one] The weights of the one unit of the first dense layer, pixel by pixel ({ $rows }x{ $columns })
   *[other] The weights of { $shown } of { $count } units of the first dense layer, pixel by pixel ({ $rows }x{ $columns })
}
no-weights-to-show = The network begins with { $kind }, whose weights are no pictures. Begin it with Conv2D, or with Flatten and Dense, to see them change.
training-not-over = The training is still { $state } after { $seconds } s. Wait longer, or call stop().
snapshot-loss = loss, 0 to { $most }
snapshot-accuracy = accuracy, 0 to 100 %
snapshot-weights = { $kind ->
    [none] without pictures of weights
    [units] weights of the first units
   *[kernels] kernels of the first convolution
}
snapshot-state = { $batches ->
    [one] One batch, { $state }; { $weights }
   *[other] { $batches } batches, { $state }; { $weights }
}
snapshot-replay = { $batches ->
    [one] One batch, { $state }; { $weights } after epoch { $epoch }
   *[other] { $batches } batches, { $state }; { $weights } after epoch { $epoch }
}
replay-while-running = Former weights can't be shown while the training is running. Pause or stop it first.
epoch-not-kept = The weights of epoch { $epoch } are not kept; the nearest that are: { $nearest }. Look into trainer.checkpoints for all of them.

## weight-pusher

pusher-weight = Weight
pusher-rate = Learning rate
pusher-step = One step downhill
pusher-words = { $kind ->
    [left] Weight { $value }, loss { $loss }, slope { $slope }: downhill is to the left.
    [right] Weight { $value }, loss { $loss }, slope { $slope }: downhill is to the right.
   *[flat] Weight { $value }, loss { $loss }, slope { $slope }: the curve is flat here.
}
pusher-range = The slider can't go from { $low } to { $high } with the weight at { $value }. Give the lower end first, and a weight between them.
pusher-too-far = This weight would be too large to be of any use, or no number at all. Choose another one, or a smaller learning rate.
pusher-picture = The curve of the loss, the weight on it, and the slope there as a straight line.

## exercise-card

points-gained = { $score } of { $most } points
points-to-win = { $worth } of { $most } points to win

## page

kernel-ended = The kernel of this notebook cell has ended. Run the cell again.
no-answer = The notebook kernel does not answer. If it is busy, wait; if this page was saved from a notebook, there is no kernel behind it: run the notebook to draw.
no-2d-canvas = The browser cannot draw on a canvas. Use a current version of Chrome, Firefox or Safari.
range = { $low } .. { $high }
range-per-map = per map, at most { $low } .. { $high }
about = about { $value }
value-of-unit = { $layer }, unit { $unit }: { $value }
given-title = The picture that the network sees
value-of-pixel = { $layer }, row { $row }, column { $column }: { $value }
value-of-map = { $layer }, channel { $channel }, row { $row }, column { $column }: { $value }
map = { $layer }, channel { $channel }
picture-of-values = picture
map-summary = { $map }: { $kind ->
    [picture] brightest
   *[map] strongest
} ({ $value }) in the { $down ->
    [0] upper
    [2] lower
   *[1] middle
} { $across ->
    [0] left
    [2] right
   *[1] centre
}, { $run ->
    [row] along row { $row }, columns { $first } to { $last }
    [column] along column { $column }, rows { $first } to { $last }
   *[spot] at row { $row }, column { $column }
}.
map-summary-extent = Values of its sign, at least half as large, lie in rows { $top } to { $bottom }, columns { $left } to { $right }: { $share } of all.
map-summary-zero = { $map }: 0 everywhere.
summary-not-finite = { $name }: some of its values are not numbers, as after a training that diverged.
strongest-of-maps = { $count } maps, { $silent } of them 0 everywhere. The strongest:
unit-and-value = unit { $unit } ({ $value })
unit-summary = { $name }: largest are { $largest }; the smallest is { $smallest }; { $zeros } of { $count } are 0.

## page: language

# The direction is ltr (from left to right) or rtl.

text-direction = ltr
percent = { $number } %

## page: exported page

export-title = mnistviz: draw a digit and watch a network
page-language = Language

## page: codec

codec-version = The message has version { $received }; this page reads version { $version }. Reload the page.
codec-buffers = The message has { $count } buffers instead of 1.
codec-length = The message has { $received } bytes; its arrays need { $needed }.
codec-unknown-dtype = The array { $name } of the message has an unknown type: { $dtype }.
codec-array = { $received ->
    [none] The message has no array { $name }.
   *[other] The message has the { $received } array { $name } instead of { $expected }.
}

## page in a notebook: trainer

start-training = Start
continue-training = Continue
pause-training = Pause
resume-training = Resume
stop-training = Stop
reset-training = Reset
training-state = { $state ->
    [ready] ready
    [running] running
    [paused] paused
    [finished] finished
   *[stopped] stopped
}
trainer-learning-rate = Learning rate
own-learning-rate = as compiled
trained-as-compiled = The model is compiled, so { $optimizer } trains it. “As compiled” keeps its own learning rate or schedule; any other choice replaces it.
trainer-batch-size = Batch size
training-digits = { $subject ->
    [digits] Digits
   *[pictures] Pictures
}
all-digits = all
trainer-epochs = Epochs
trainer-augmentation = Augmentation
no-augmentation = The pictures are not distorted (augmented): only MNIST's digits are.
trainer-epoch = Epoch
epoch-of = Epoch { $done } of { $all }
no-epoch = Epoch –
trainer-batch = Batch
batch-of = Batch { $done } of { $all }
no-batch = Batch –
first-batch = batch 0
trainer-loss = Loss
trainer-accuracy = Accuracy
training-value = { $value ->
    [none] training
   *[other] training { $value }
}
validation-value = { $value ->
    [none] validation
   *[other] validation { $value }
}
curve-aloud = { $batches ->
    [one] { $name } after one batch: training { $training }, validation { $validation }
   *[other] { $name } after { $batches } batches: training { $training }, validation { $validation }
}
not-known-yet = not known yet
replay-epoch = Weights after epoch
present-weights = present weights
epoch-replayed = epoch { $epoch }, validation { $accuracy }
show-present-weights = Back to the present
some-epochs-kept = The weights are kept every { $distance } epochs, and after the last one.
no-epochs-kept = The weights of this network are too large to be kept after each epoch.
digit-with-maps = { $subject ->
    [digits] Digit whose maps are shown
   *[pictures] Picture that the network reads
}
show-maps-of = { $subject ->
    [digits] Show the maps of a { $digit }
   *[pictures] Show a picture of the class { $digit }
}
read-as = read as { $digit }, { $confidence }
map-enlarged = { $map }, enlarged. Arrow keys read values, D describes the map, Escape closes.
close-enlarged-map = Close the enlarged map
trainer-layer-keys = { $layer }. Arrow keys read values, Shift with arrow keys changes the map, Enter enlarges it, D describes it.
point-to-read-or-enlarge = Point at a value to read it. Click a map to enlarge it.
written-and-read = { $subject ->
    [digits] written ↓ read as →
   *[pictures] shown ↓ read as →
}
digits-read-correctly = { $subject ->
    [digits] { $right } of { $total } validation digits are read correctly.
   *[pictures] { $right } of { $total } validation pictures are read correctly.
}
training-aloud = Training { $state }, epoch { $epoch } of { $epochs }
training-aloud-with-result = { $subject ->
    [digits] Training { $state }, epoch { $epoch } of { $epochs }. The network reads { $accuracy } of the validation digits correctly.
   *[pictures] Training { $state }, epoch { $epoch } of { $epochs }. The network reads { $accuracy } of the validation pictures correctly.
}

## page in a notebook: exercise-card

exercise-your-answer = Your answer
exercise-check = Check
exercise-check-drawing = Check my drawing
exercise-hint = Hint
exercise-show-answer = Show the answer
exercise-guess-first = What do you expect? Answer first, or ask for a hint. If you press “Show the answer” again, you see it, and the exercise ends without points.
verdict-right = ✓ Right.
verdict-wrong = ✗ Not yet.
verdict-hint = Hint:
verdict-answer = The answer:
verdict-refused = This does not count:

## page: panel

pad-keys = Drawing pad. Draw with mouse, finger or stylus. Or: arrow keys move the pen, with Shift further; Space puts it down or lifts it, Escape lifts it, Delete clears, Control Z undoes.
pen-aloud = { $pen ->
    [down] Pen down at { $x }, { $y }; { $reading }
   *[up] Pen at { $x }, { $y }; { $reading }
}
strokes-title = type strokes
strokes-how = Points as x,y from 0,0 (upper left) to { $side },{ $side } (lower right), with spaces between them; a semicolon begins the next stroke.
strokes-field = Strokes
strokes-draw = Draw
strokes-invalid = { $point ->
    [none] There is no point to draw.
   *[other] Stroke { $stroke }, point { $point }: “{ $received }” is no point on the pad.
} Type points as x,y with numbers from 0 to { $side }, for example 60,70 200,70; 130,70 110,230.
undo = Undo
clear = Clear
brush = Brush
pictures = Pictures
upload-picture = Upload a picture
sample-of = Sample of a { $digit }
own-sample = { $name }: sample { $number }
samples = Samples
other-samples = others
show-other-samples = others: Show other samples
file-too-large = The file has { $size } MB; the limit is { $limit } MB. Make it smaller and try again.

## page: how the answer came about

history-title = how the answer came about
history-moment = Moment of the drawing
history-point = Point { $points } of { $total }
history-point-and-answer = Point { $points } of { $total }: { $answer }
history-answer = { $name }, { $confidence }
history-of-picture = A picture was not drawn here, so nothing is known of how it came about. Draw on the pad to see how an answer does.
history-of-nothing = Draw something: what the network reads at each moment is shown here.
history-moments = { $moments } of { $total } moments computed.
history-computing = The others follow once the pen rests.
history-no-flip = The answer has never changed.
history-flips = { $others ->
    [0] Changes: { $flips }.
    [one] Changes: { $flips }, and once more.
   *[other] Changes: { $flips }, and { $others } times more.
}
history-independent = Each class has a probability of its own, so they don't lie on top of each other here.
earlier-moment = { $points ->
    [one] An earlier moment is shown: after one point.
   *[other] An earlier moment is shown: after { $points } points.
}
back-to-now = Back to now

## page: explorer

network-sees = the network sees
draw-a-digit = draw a digit
draw-here = draw here
layer-shown = layer shown
blank-paper = blank paper
no-prediction = no prediction
answer-aloud = The network reads { $prediction }, confidence { $confidence }
colours-missing = The colours are missing. Run the cell again.
unfamiliar = This does not look like a digit that I know.
probabilities = Probability of each digit. Press 0 to 9 to explain one.
probabilities-alone = Probability of each digit
digit-of-bar = digit { $digit }
class-of-bar = class { $name }
probabilities-of-classes = Probability of each class
independent-of-classes = Probability of each class on its own; together they may be more or less than 100 %
probabilities-and-keys = { $name }. Press 0 to explain the first one, 1 for the next, and so on.
answer-aloud-independent = The network finds { $prediction } most probable, with { $confidence }. Each class has a probability of its own.
other-classes = { $count ->
    [one] and one other class
   *[other] and { $count } other classes
}
others-together = { $count ->
    [one] one other class has { $share }
   *[other] { $count } other classes have { $share } together
}
others-at-most = { $count ->
    [one] one other class has { $share }
   *[other] { $count } other classes have at most { $share } each
}
why = Why?
why-aloud = Why? Ask where the confidence comes from
point-to-explain = Point at a value to read it, click to explain it
digits-to-choose = Digits found
digit-of-several = digit { $number } of { $count }
several-digits = { $number ->
    [none] { $count } digits found. The network reads one digit, and sees them all as one. Choose the one to read.
   *[other] { $count } digits found. Digit { $number } is read; choose another one.
}

## page: predict first

predict-first = Predict first
predict-cover = What the network makes of the digit is covered until you have made a guess.
predict-covered = the answer is covered
predict-draw = Draw a digit. Before you see what the network makes of it, you are asked for a guess.
predict-wait = Draw to the end. You are asked for a guess once the pen rests.
predict-choices = Your guess
predict-say = That is my guess
predict-ask = Ask
predict-kind-digit = which answer
predict-kind-sure = how sure
predict-kind-map = which map
predict-kind-change = up or down
predict-kind-turn = all in turn
predict-which-digit = Which digit will the network say?
predict-which-class = What will the network say?
predict-told-digit = { $agrees ->
    [yes] You said { $guess }, and so does the network ({ $confidence }).
   *[no] You said { $guess }; the network says { $result } ({ $confidence }).
}
predict-how-sure = How sure will the network be?
predict-sure = 90 % or more
predict-unsure = below 90 %
predict-told-sure = { $agrees ->
    [yes] You said { $guess }, and so it is: the network says { $name } with { $confidence }.
   *[no] You said { $guess }, but the network says { $name } with { $confidence }.
}
predict-up-or-down = Before this change, the network gave the { $name } { $before }. Does it give it more or less now?
predict-up = more
predict-down = less
predict-the-same = the same
predict-told-change = { $agrees ->
    [yes] You said { $guess }, and so it is: the { $name } had { $before } and now has { $after }.
   *[no] You said { $guess }, but the { $name } had { $before } and now has { $after }.
}
predict-which-map = This is the kernel of channel { $channel } of { $layer }. Which of the four maps does it make of your digit?
predict-edge = It answers to { $side ->
    [left] vertical edges with ink on the left.
    [right] vertical edges with ink on the right.
    [above] horizontal edges with ink above.
   *[below] horizontal edges with ink below.
}
predict-map = map { $number }
predict-kernel = Kernel of channel { $channel }, row by row: { $weights }
predict-told-map = { $agrees ->
    [yes] You said { $guess }, and so it is: channel { $channel } of { $layer } makes { $result }.
   *[no] You said { $guess }, but channel { $channel } of { $layer } makes { $result }.
}
predict-former = That was so when you guessed; by now something else is shown.
predict-record = { $count ->
    [0] your guesses: none yet
    [one] your guesses: { $count }, of which { $agreed } agreed
   *[other] your guesses: { $count }, of which { $agreed } agreed
}
predict-list = Your newest guesses
predict-line = { $time }, { $question }: you { $guess }, network { $result } { $agreed ->
    [yes] (agreed)
   *[no] (differed)
}
predict-others = { $count ->
    [one] One older guess is in the file.
   *[other] { $count } older guesses are in the file.
}
predict-kept = The record stays in this browser and is sent to nobody.
predict-not-kept = This browser keeps nothing for this page: the record is lost when the page is closed. Save it before.
predict-full = Only the newest { $most } guesses are kept. Save a file to keep the older ones.
predict-save = Save as a file
predict-delete = Delete the record
predict-delete-sure = { $count ->
    [one] Delete this guess? It cannot be brought back.
   *[other] Delete all { $count } guesses? They cannot be brought back.
}
predict-delete-all = Delete
predict-keep = Keep

## page: uploads without a notebook kernel

upload-no-ink = No ink found. Use a darker pen or more light.
upload-not-clean = This picture has shadows, rulings or several greys, which this page can't read. Scan the digit, take a screenshot of it, or cut it out tightly; mnistviz in a notebook reads photos, too.
upload-not-a-picture = This file is damaged or not a picture. Use a PNG, JPEG, WEBP, GIF or BMP file.
upload-too-many-pixels = The picture has { $width } x { $height } pixels; the limit is { $limit } pixels and { $side } on a side. Make it smaller and try again.
upload-failed = { $name }: { $reason }
questions-in-notebook = In a notebook the explorer also shows where a digit lands among 5,000 known ones, and two drawings side by side.

## page: feature maps

colours = Colours
colour-table = { $name ->
    [gray] gray
   *[other] { $name }
}
colour-range = One colour range
range-by-layer = range per layer
range-by-map = range per map
layer-keys = { $layer }. Arrow keys read values, Shift with arrow keys changes the map, Enter explains a value, D describes the map.
digit-keys = { $digit }. Arrow keys read values, D describes the picture.

## page: kernels

flat-kernels = { $filters } kernels { $size }
sliced-kernels = { $filters } kernels of { $inputs } slices { $size }
kernels-and-range = { $kernels }, { $range }
kernels-beyond-colours = { $kernels }, { $range }, colours end at { $high }
kernel-keys = { $layer }: { $kernels }. Arrow keys read weights, Shift with arrow keys changes the kernel, D describes it.
kernel-summary = Strongest weight: { $weight }
weight-of-kernel = { $layer }, kernel { $kernel }, row { $row }, column { $column }: { $value }
weight-of-slice = { $layer }, kernel { $kernel }, input channel { $input }, row { $row }, column { $column }: { $value }

## page: framing

framing-title = framing: from the pad to the network
framed-with-every = with every step
framed-as-chosen = with your switches
framed-with-none = without any
framed-in-three-ways = What the network reads, framed in three ways
framing-given = { $picture }. Drawings and uploaded pictures are framed; your own samples and changed digits are fed to the network as they are.
framing-partly-off = Framing is partly off: the network gets the digit without { $steps }.
framing-off = Framing is off: the network gets the whole pad, scaled to its size.
all-steps-on = all on
all-steps-on-aloud = all on: Switch all steps of framing on

## page in a notebook: side by side

beside-title = side by side
beside-keep = keep this drawing to compare
beside-nothing-kept = Keep a drawing, then change it or draw another one: both are shown side by side.
beside-answers = Both answers
beside-layers = Layer to compare, and by how much of its values it differs
beside-share = { $share } %
beside-first = first
beside-second = second
beside-difference = second - first
beside-layer-of = { $layer }, { $which }
beside-spoken = { $first }: { $answer }; { $second }: { $other }. { $remark }

## page: what a unit looks for

maximise-title = what does this unit look for?
maximise-about = Starting from the chosen digit, each step changes the ink so that the value of one unit grows.
maximise-layer = Layer
maximise-classes = classes (logits)
maximise-unit = Unit
maximise-channel = Channel
maximise-class = Class
maximise-place = Place
maximise-whole-map = whole map (mean)
maximise-one-place = row { $row }, column { $column }
maximise-from = Start from
maximise-from-noise = noise
maximise-from-paper = blank paper
maximise-from-digit = the digit on the pad
maximise-start = start
maximise-stop = stop
maximise-progress = Progress of the search
maximise-picture = Digit that pleases { $name }
maximise-value = { $name }: { $value }
maximise-compared = at the start { $before }, for the digit on the pad { $own }
maximise-stopped = Stopped after { $share } % of the steps.
maximise-former = It started from an earlier digit than the one on the pad.
maximise-reading = The network reads this as { $label }, with { $confidence }.
maximise-reading-blank = This is blank paper, in which the network reads nothing.
maximise-doubt = It also says that this does not look like a digit that it knows.
maximise-no-doubt = Its check for unfamiliar digits raises no doubt. That proves little: what pleases a unit can mislead this check, too.
maximise-feed = put it on the pad
maximise-remark = A unit may like what nobody would draw, so this need not look like a digit. Another start leads to another picture: each is one of many that please the unit. Only ink that the unit sees was changed.
maximise-without-digits = The digits of MNIST that please it most are shown in a notebook: this page does not have all 5,000 of them.
maximise-spoken = { $name } reached { $value }, for the digit on the pad it has { $own }. { $reading }

## page in a notebook: real digits that please a unit

maximise-patches = Of 5,000 digits of MNIST, these please { $name } most. Each is cut to what the unit sees.
maximise-patches-wait = The digits of MNIST that please it most follow.
maximise-no-patches = None of the 5,000 digits of MNIST moves { $name }: its value is the same for all.
maximise-patch = a { $label }: { $value }
maximise-patch-aloud = part of a { $label } that { $name } sees, value { $value }

## page in a notebook: neighbours

neighbours-title = where it landed: nearest digits
neighbours-computing = Computing what the network makes of 5,000 known digits: { $share } % done.
neighbours-draw = Draw a digit to see where it lands.
neighbours-map = Map of 5,000 known digits, a point each. A ring marks the digit on the pad, dots with an edge its ten nearest.
neighbours-legend = Legend of the map
neighbours-region = On the map it lies nearest to the middle of the { $label }s.
neighbours-nearest = The nearest known digits, and how far they are
neighbour-to-pad = { $label } { $distance } away: Show this { $label } on the pad
neighbours-reading = The network reads this digit as { $label }.
neighbours-of-class = { $count } × { $label }
neighbours-classes = Its { $count } nearest known digits: { $classes }.
neighbours-runner-up = the nearest { $label }: that class is the second most probable
neighbours-overlap = Near means that the { $units } values of { $layer } are alike (Euclidean distance). The map ({ $method }) has only two dimensions: of ten true neighbours, { $kept } are neighbours on it ({ $share }). The digit on the pad lies at the median of its ten nearest.
neighbours-limits = The map can't say how far groups are from each other, nor how wide they are. And near digits do not prove an answer right: they make wrong answers look right, too, so compare the runner-up.

## page: surgery

surgery-title = surgery: change the network
surgery-in-force = { $count ->
    [one] The network is edited: { $newest }.
   *[other] The network is edited, { $count } times; the last time: { $newest }.
}
surgery-restore = restore the original
surgery-undo = undo the last edit
surgery-layer = layer
surgery-unit = { $kind ->
    [unit] unit
   *[filter] filter
}
surgery-silence = silence
surgery-silence-aloud = Silence { $unit }
surgery-shuffle = shuffle all weights of { $layer }
surgery-bias = bias
surgery-channel = input channel
surgery-input = input
surgery-weight = its weight
surgery-kernel = kernel of { $unit }
surgery-row-and-column = row { $row }, column { $column }
surgery-how-to = Change a number and press Enter. Pasted into the kernel, rows of numbers change all of it.
surgery-kernel-too-large = A kernel of { $rows } x { $columns } weights is too large to be changed here. mnistviz.edit changes it in Python.
surgery-not-a-number = “{ $received }” is not a number. Give one such as 0.5 or -2.
surgery-not-in-range = There is no { $what } “{ $received }”. Give a whole number from 0 to { $last }.
surgery-other-count = The kernel has { $expected } weights here, but { $received } numbers were pasted. Paste one for each weight, row by row.
surgery-not-finite = With this change, some probabilities are no numbers any more. Give smaller weights.
surgery-nothing-changed = Nothing is changed yet.
surgery-edits = Edits, the first one on top
surgery-undone = Undone: { $edit }
surgery-restored = The original network is back.
surgery-not-here = The network can't be edited here at the moment: its weights are changing, or the page can't compute with it. Wait until the training rests, or use mnistviz.edit in Python.
surgery-needs-kernel = How many digits the edited network reads, and which filter it needs most, are counted in a notebook only, where the digits are.
surgery-other-classes = Accuracies and rankings are counted on the digits 0 to 9, which this network does not read.
surgery-counting = Counting on 1,000 digits ...
surgery-accuracy = This network reads { $share } of 1,000 training digits of MNIST correctly, the original { $original }.
surgery-accuracy-of-original = The original reads { $original } of 1,000 training digits of MNIST correctly.
surgery-accuracy-before = Before the last change it was { $share }, the original { $original }.
surgery-ranking = Which { $kind ->
    [unit] unit
   *[filter] filter
} of { $layer } matters most?
surgery-ranking-digits = for
surgery-all-digits = all digits
surgery-digit = the { $digit }
surgery-rank = rank
surgery-stop = stop
surgery-progress = Ranking
surgery-ranked = { $digit ->
    [all] { $layer }: accuracy that is lost when one is silenced
   *[one] { $layer }: accuracy that is lost for the { $digit }, and for all digits, when one is silenced
}
surgery-most = { $unit } costs most: { $cost }
surgery-ranked-before = The network was changed after this ranking.
surgery-cost-for = for the { $digit }
surgery-cost-for-all = for all

## page: what would change the answer

change-heading = what would change the answer
change-kind = Change
change-kind-of = { $kind ->
    [add] least ink to add
    [remove] least ink to remove
   *[noise] least noise
}
change-target = Read as
change-runner-up = the runner-up
change-look = Look for it
change-stop = Stop
change-progress = Progress of the search
change-stale = These pictures belong to a former digit. Look again for the present one.
change-digit = the digit
change-itself = the change
change-changed = the changed digit
change-reading = { $label }: { $share }
change-take = Take it
change-not-finite = The network's values are not finite for this digit, or for a changed one, so they can't be compared. Load its weights again, or undo the last edit.
change-on-pad = { $kind ->
    [add] The dashed line on the pad shows where.
    [remove] The barred line on the pad shows where.
   *[noise] A pen can't draw noise.
}
change-spoken = { $title }. { $before }; changed: { $after }. { $taking }

## page: why this answer

attribution-title = why this answer?
attribution-class = why
attribution-predicted = { $label ->
    [none] the prediction
   *[other] the prediction, { $label }
}
attribution-other = rather than
attribution-no-other = nothing else
attribution-runner-up = { $label ->
    [none] the runner-up
   *[other] the runner-up, { $label }
}
attribution-method = by
attribution-method-name = { $method ->
    [integrated_gradients] integrated gradients
    [gradient_times_input] gradient x input
    [occlusion] occlusion 3x3
    [hires_cam] HiResCAM
   *[grad_cam] Grad-CAM
}
attribution-waiting = The map comes when the pen rests.
attribution-former = The map is that of a former drawing or question. The new one comes when the pen rests.
attribution-not-finite = The network's values are not finite for this digit, so no pixel can be given a share. Load its weights again, or train it with a smaller learning rate.
attribution-of-weights = map
attribution-of-random = map with random weights
attribution-former-value = { $value } (of the former map)
attribution-point = Point at a pixel of the map to read its value.
attribution-random-map = { $question }, random weights
attribution-colours = orange speaks for it, purple against it
attribution-completeness = { $good ->
    [yes] The values add up to { $sum }, and the ink gives { $whole } in all, compared with blank paper: the completeness error is { $error }.
   *[no] The values add up to { $sum }, but the ink gives { $whole } in all, compared with blank paper: the completeness error is { $error }, so take the map as approximate.
}
attribution-deletion = { $better ->
    [yes] Deleting the ink in the order of the map, the probability is { $area } on average; in ten random orders { $random }. The map finds ink that counts.
   *[no] Deleting the ink in the order of the map, the probability is { $area } on average; in ten random orders { $random }. So the map is no better than chance here.
}
attribution-deletion-waiting = The deletion curve is being computed.
attribution-curve = Probability, { $question }, while up to half of the ink is deleted
attribution-curve-map = in the order of the map
attribution-curve-random = in random orders
attribution-curve-end = 50 % of the ink
attribution-check = compare with random weights
attribution-check-waiting = The map with random weights is being computed.
attribution-correlation = { $value ->
    [none] With random weights, the same method makes a map that is the same everywhere on the ink, so there is no rank correlation.
   *[other] With random weights, the same method makes the other map. Their rank correlation on the ink is { $value }: near 0 the map depends on what the network has learned, near 1 it shows the digit alone.
}
attribution-spoken = { $question }, { $method }: the map is ready, its colours span { $range }.
nothing-to-attribute = The digit is blank paper, so no ink speaks for any class. Draw something, then ask again.
attribution-without-logits = The network does not end in softmax or sigmoid, but in the layer { $layer }, so it has no logits to ask about. End it with Dense(10) and Softmax().
attribution-without-convolution = The network has no convolution, of which this method makes its map. Choose another method, for example "integrated_gradients".
attribution-question = why { $target }
attribution-question-of-two = why { $target } and not { $other }
attribution-remark = { $method ->
    [integrated_gradients] The values add up to what the ink gives the logit, or the difference of two, compared with blank paper. Blank pixels get 0, so the map can't say which missing ink matters.
    [gradient_times_input] Shows what a little less ink at each pixel would change. It can't say what happens when much ink goes: the slope is that at the digit alone.
    [occlusion] Shows what the logit loses when a patch of 3x3 pixels becomes paper. It can't tell the pixels of a patch apart, nor ink that matters only together with other ink.
    [hires_cam] Shows where the maps of the last convolution speak for the class, as far as the layers after it are linear. Its places are coarse, and each stands for all pixels that the unit sees.
   *[grad_cam] Shows where maps are strong that count on average. The average forgets the places, so the map may point at ink that did not count: don't trust it on its own.
}

## page: microscope

microscope-of = Microscope: { $unit }
microscope-map = { $map }, enlarged. Arrow keys move the microscope, Escape closes it.
close-microscope = Close the microscope
trace = Trace
trace-to-pixels = Trace to the pixels
traced-to = Traced to { $stops }.
input-channels = Input channels, the strongest first
channel-contributes = { $channel } { $shown }: input channel { $channel } contributes { $contribution }
digit = digit
kernel = kernel
products = products
value = value
weight = weight
product = product
for-it = for it
against-it = against it
class = class
logit = logit
minus-maximum = - maximum
exponential = exp
share-of-sum = / sum
softmax = softmax
sum = sum
slide-aloud = Slide the window over the map
slide-speed = Speed of the slide
slide-step = Step
slide-still = Your system asks for less motion. Step moves on value by value.
play = Play
pause = Pause
slow = slow
normal = normal
fast = fast
