# Every sentence that a user sees, in German. Syntax: Project Fluent.
# A key says what its message is about. Placeholders are named. Whole sentences only: never glue parts together.

## ink

drawing-brush-invalid = Die Pinselbreite { $value } geht nicht. Nimm None oder eine positive Breite bis 1e9, in der Einheit der Punkte.
drawing-not-a-sequence = Eine Zeichnung braucht eine Folge von Strichen, kein Objekt vom Typ { $type }. Gib jeden Strich als Folge von Paaren (x, y) an, zum Beispiel Drawing([[(0, 0), (10, 20)]]).
drawing-stroke-invalid = Strich { $number } ist ungültig: { $value }. Gib jeden Strich als Folge von Paaren (x, y) an, zum Beispiel Drawing([[(0, 0), (10, 20)]]).
drawing-coordinate-invalid = Strich { $number } hat eine ungültige Koordinate: { $value }. Erlaubt sind endliche Zahlen von -1e9 bis 1e9; entferne den Punkt oder skaliere die Zeichnung.
drawing-too-many-points = Bei Strich { $number } hat die Zeichnung schon mehr als { $limit } Punkte. Lass Punkte weg, die enger beieinander liegen, als der Strich breit ist.
drawing-json-invalid = Das ist keine Zeichnung in JSON: { $value }. Schreib sie mit Drawing.to_json(), in der Form { $form }.
drawing-file-missing = Unter { $path } gibt es keine Zeichnung. Prüfe den Namen.
drawing-file-unreadable = Die Zeichnung lässt sich nicht lesen: { $error }. Prüfe den Namen und ob du die Datei lesen darfst.
drawing-file-unwritable = Die Zeichnung lässt sich nicht speichern: { $error }. Nimm einen anderen Ordner oder Namen.
framing-switch-invalid = Ein Schritt des Einpassens ist True oder False, nicht { $name }={ $value }. Mit False lässt du ihn weg, zum Beispiel centre=False.

## page and Python: drawing and framing

framing-step = { $step ->
    [ink] Tinte
    [crop] zuschneiden
    [scale] skalieren
    [line] Strich
   *[centre] zentrieren
}
drawing-no-stroke-to-extend = Die Zeichnung hat noch keinen Strich, den du fortsetzen könntest. Rufe zuerst begin(x, y) auf.
framing-of-photo-ink = Tinte, vom Papier getrennt
framing-of-pad = die Zeichenfläche, { $side }x{ $side } px
framing-cropped = Tinte auf { $width }x{ $height } px gefunden
framing-not-cropped = aus: alle { $width }x{ $height } px
framing-scaled = längste Seite { $side } px
framing-paper-scaled = { $paper } px Papier werden zu { $side } px
framing-ink-not-scaled = aus: { $ink } px Tinte werden zu { $side } px
framing-picture-not-scaled = aus: { $picture } px werden zu { $side } px
framing-line-changed = Strich von { $drawn } auf { $width } px
framing-line-kept = Strich bleibt bei { $width } px
framing-line-kept-off = aus: Strich bleibt bei { $width } px
framing-line-not-measured = Bild zu klein, um den Strich zu messen
framing-line-off = aus
framing-centred = Schwerpunkt um { $right }, { $down } px verschoben
framing-not-centred = aus: Schwerpunkt in Spalte { $column }, Zeile { $row }
framing-no-ink = keine Tinte auf dem Papier
picture-as-it-is = { $change ->
    [none] { $name }: unverändert, nicht eingepasst
   *[size] { $name }: von { $size } auf { $wanted } gebracht, nicht eingepasst
}

## reading

no-ink = Keine Tinte gefunden. Nimm einen dunkleren Stift oder mehr Licht.
picture-source-invalid = Aus einem Objekt vom Typ { $type } lässt sich keine Ziffer lesen. Übergib eine Zeichnung, einen Pfad, eine Datei, ein Bild oder ein Array; siehe help(mnistviz.read_digit).
picture-path-invalid = { $found ->
    [folder] Das ist ein Ordner, keine Bilddatei: { $path }. Prüfe den Namen.
    [device] Das ist eine Pipe oder ein Gerät, keine Bilddatei: { $path }. Prüfe den Namen.
   *[nothing] Datei nicht gefunden: { $path }. Prüfe den Namen.
}
picture-file-unreadable = Die Datei lässt sich nicht lesen: { $error }. Prüfe den Namen und ob du die Datei lesen darfst.
picture-file-empty = Die Datei ist leer. Speichere das Bild noch einmal.
picture-file-too-large = Die Datei hat { $megabytes } MB, erlaubt sind { $limit } MB. Mach sie kleiner und versuch es noch einmal.
picture-stream-too-large = Die Datei hat mehr als { $limit } MB. Mach sie kleiner und versuch es noch einmal.
picture-stream-not-binary = Das Dateiobjekt liefert keine Bytes. Öffne die Datei im Modus 'rb'.
picture-stream-unreadable = Das Dateiobjekt lässt sich nicht lesen: { $error }. Öffne die Datei noch einmal.
picture-format-unsupported = { $format ->
    [heic] Das sieht nach einem Foto im Format HEIC oder AVIF aus, das mnistviz nicht lesen kann. Speichere es als JPEG oder PNG.
    [tiff] Das sieht nach einem TIFF-Bild aus, das mnistviz nicht lesen kann. Speichere es als PNG.
    [pdf] Das sieht nach einem PDF-Dokument aus, das mnistviz nicht lesen kann. Speichere das Bild darin als PNG.
    [postscript] Das sieht nach einer PostScript-Zeichnung aus, die mnistviz nicht lesen kann. Speichere sie als PNG.
    [photoshop] Das sieht nach einer Photoshop-Datei aus, die mnistviz nicht lesen kann. Speichere sie als PNG.
    [icon] Das sieht nach einem Icon aus, das mnistviz nicht lesen kann. Speichere es als PNG.
    [markup] Das sieht nach einer Webseite oder einer SVG-Zeichnung aus, die mnistviz nicht lesen kann. Speichere sie als PNG.
   *[unknown] Diese Datei ist beschädigt oder kein Bild. Nimm eine Datei in PNG, JPEG, WEBP, GIF oder BMP.
}
picture-damaged = Dieses Bild ist beschädigt. Öffne es in einem Bildprogramm und speichere es neu als PNG.
picture-image-damaged = Pillow kann dieses Bild nicht laden, es ist also beschädigt oder von unbekannter Art: { $error }. Öffne es in einem Bildprogramm und speichere es neu als PNG.
picture-too-many-parts = Diese Datei hat zu viele Teile. Öffne sie in einem Bildprogramm und speichere sie neu als PNG.
picture-gif-empty = Dieses GIF enthält kein Bild. Nimm eine andere Datei.
picture-bmp-compressed = Dieses BMP ist komprimiert, und so kann mnistviz es nicht lesen. Öffne es in einem Bildprogramm und speichere es neu als PNG.
picture-tiff-compressed = Dieses TIFF-Bild ist komprimiert ({ $method }), und so kann mnistviz es nicht lesen. Speichere es als PNG oder als TIFF ohne Kompression.
picture-tiff-pages = Diese TIFF-Datei hat mehrere Seiten. Speichere die Seite mit der Ziffer als PNG.
picture-tiff-unusual = Dieses TIFF-Bild hat ungewöhnliche Pixel, die mnistviz nicht lesen kann. Speichere es als PNG.
picture-too-many-scans = Dieses JPEG hat { $scans } Scans, erlaubt sind { $limit }. Öffne es in einem Bildprogramm und speichere es neu als PNG.
picture-without-pixels = Dieses Bild hat keine Pixel: Es ist { $width } x { $height } groß. Nimm eine andere Datei.
picture-too-many-pixels = Das Bild hat { $width } x { $height } Pixel, erlaubt sind { $limit } Pixel und { $side } je Seite. Mach es kleiner und versuch es noch einmal.
picture-not-finite = Das Bild enthält NaN oder unendliche Werte. Ersetze sie durch endliche Zahlen.
array-masked = Das Array hat maskierte Werte. Fülle sie und übergib ein 2-D-Array: bool, ganze Zahlen 0..255 oder 0..65535 oder Kommazahlen 0..1.
array-not-a-picture = Ein Array vom Typ { $type } mit der Form { $shape } ist kein Bild. Übergib ein 2-D-Array: bool, ganze Zahlen 0..255 oder 0..65535 oder Kommazahlen 0..1 oder 0..255.
array-out-of-range = Das Array hat Werte von { $low } bis { $high } vom Typ { $type }. Übergib ein 2-D-Array: bool, ganze Zahlen 0..255 oder 0..65535 oder Kommazahlen 0..1 oder 0..255.
array-white-unclear = Die größte Kommazahl im Array ist { $high }; Weiß könnte also 1 oder 255 sein. Teile das Array durch die Zahl, die für Weiß steht.
array-not-converted = Aus diesem Objekt vom Typ { $type } wird kein Array: { $error }. Übergib ein NumPy-Array.
too-many-numbers = Dieses Objekt vom Typ { $type } hat { $count } Zahlen, erlaubt sind { $limit }. Mach das Bild kleiner und versuch es noch einmal.
list-ragged = Die Zeilen der Liste sind verschieden lang. Für ein Bild übergib gleich lange Zeilen, für Striche mnistviz.Drawing(strokes).
list-of-points = Diese Liste sieht nach Punkten (x, y) aus, nicht nach einem Bild. Für Striche übergib mnistviz.Drawing(strokes), für ein Bild ein NumPy-Array.
list-of-other-things = Die Liste enthält Objekte vom Typ { $type }. Übergib Zeilen aus Zahlen.
list-not-a-picture = Diese Liste ist leer oder zu tief verschachtelt. Übergib eine Liste von Zeilen, jede eine Liste von Zahlen.
data-url-damaged = Diese Data-URL ist beschädigt oder abgeschnitten. Kopiere sie noch einmal, und zwar ganz.
data-url-of-other-kind = Diese Data-URL beginnt mit { $header }, ist also kein Bild in base64. Nimm eine, die zum Beispiel mit data:image/png;base64 beginnt.
photo-picture = Bild
photo-picture-note = { $soft ->
    [yes] { $width }x{ $height } px, in Grau; weichgezeichnet, weil sonst nichts zu finden war
   *[no] { $width }x{ $height } px, in Grau
}
photo-lines = Linien
photo-lines-note = um wie viel { $side ->
    [light] heller
   *[dark] dunkler
} jedes Pixel ist als seine Umgebung
photo-ink = Tinte
photo-ink-note = wo ein kleines trainiertes Netz den Strich einer Ziffer sieht; es ist sich zu { $sure } sicher
photo-digit = Ziffer
photo-digit-note = { $number } von { $count }
photo-masked = erkannte Stellen
photo-connected = ganzer Strich
photo-two-greys = zwei Grautöne
photo-read-as = gelesen als { $prediction } mit { $confidence }{ $chosen ->
    [yes] , wird gezeigt
   *[no] {""}
}
several-digits-largest = { $count } Ziffern gefunden; das hier ist die größte. Mit mnistviz.read_digits liest du alle.
asset-missing = Die mitgelieferte Datei { $name } fehlt oder gehört nicht zu dieser Version. Installiere mnistviz neu, dann ist sie wieder da.
asset-changed = Die mitgelieferte Datei { $name } wurde verändert: Ihr SHA-256 ist { $received } statt { $expected }. Installiere mnistviz neu, dann stimmt sie wieder.

## network

extra-missing = { $title } ist nicht installiert. Gib ein: pip install "mnistviz[{ $extra }]"
extra-not-in-browsers = { $title } läuft nicht im Browser. Öffne dieses Notebook dort, wo Python auf einem Computer läuft.
shipped-network-litert = mitgeliefertes Netz, LiteRT
shipped-network-numpy = mitgeliefertes Netz, NumPy (LiteRT gibt es für dieses System nicht)
network-on-numpy = Netz in NumPy
chain-outdated = Die Schichten des Modells haben sich seit dem letzten Lauf geändert. Lass es noch einmal laufen: mnistviz.forward(digit, model).
chain-of-other-input = Das Modell bekommt nicht die Ziffer (28, 28, 1) von 0 bis 1, sondern { $shape } vom Typ { $dtype } mit eigenem Wertebereich. Trainiere es mit Ziffern von 0 bis 1, ohne eine Schicht, die sie skaliert.
chain-of-other-engine = Eine Engine vom Typ { $type } verrät nicht, was ihre Schichten rechnen. Übergib ein Keras-Modell oder eine Engine von mnistviz.
chain-branches = Die Schicht { $layer } liest { $reads }. Ohne Keras geht es nur, wenn jede Schicht die Schicht davor liest; übergib ein solches Netz.
chain-layer-unknown = Die Schicht { $layer } ({ $kind }) lässt sich ohne Keras nicht nachrechnen: Ihre Art oder eine Einstellung ist unbekannt. Nimm ein Netz aus den Schichten und Aktivierungen, die docs/models.md für Seiten ohne Kernel nennt.
weights-not-finite = Die Schicht { $layer } hat Gewichte, die NaN oder unendlich sind, wie nach einem entgleisten Training. Lade die Gewichte neu und trainiere mit einer kleineren Lernrate.
edited-shipped = mitgeliefertes Netz
edited-other = Kopie von: { $note }
edited-not-yet = { $origin }, noch nicht geändert
edited-nothing-to-undo = Es wurde nichts geändert, also gibt es nichts rückgängig zu machen. Ändere zuerst etwas, zum Beispiel mit silence("conv1", 3).
edited-without-kernel = Die Schicht { $layer } ({ $kind }) hat keine Filter oder Einheiten mit Gewichten. Wähle eine von { $layers }.
edited-out-of-range = Die Schicht { $layer } hat { $what ->
    [channel] keinen Eingangskanal
   *[filter] keinen Filter und keine Einheit
} mit der Nummer { $index }. Zähle von 0 bis { $last }.
edited-kernel-of-other-shape = Der Kern hat die Form { $received }, aber der von { $unit } hat { $expected }. Gib Zahlen in dieser Form an; wählst du mit channel einen Kanal, genügt (Zeile, Spalte).
edited-no-such-weight = Die Schicht { $layer } hat kein Gewicht { $index }: Ihr Kern hat die Form { $shape }. Gib { $axes ->
    [units] (Eingang, Einheit)
   *[maps] (Zeile, Spalte, Eingangskanal, Filter)
} an, gezählt ab 0.
edit-record-invalid = Das ist keine Änderung: { $record }. Gib die Schicht an und was geschehen soll: silence, weight, bias, kernel oder shuffle.
no-such-seed = Der Seed kann nicht { $seed } sein. Wähle eine ganze Zahl von 0 bis { $last }.
edited-not-numbers = Ein Gewicht kann nicht { $received } sein. Gib endliche Zahlen an.
live-network = Keras-Modell { $name } (live)
not-a-digit-array = Ziffern müssen ein float32-Array (28, 28) oder (batch, 28, 28) sein, nicht { $received }. Nimm mnistviz.read_digit(source), das jede Zeichnung und jedes Bild liest.
digit-out-of-range = Die Werte der Ziffern gehen von { $low } bis { $high }, nicht von 0 (Papier) bis 1 (Tinte). Nimm mnistviz.read_digit(source), das jede Zeichnung und jedes Bild liest.
not-one-digit = Das Array hat die Form { $shape }. Eine einzelne Ziffer hat die Form (28, 28); für mehrere auf einmal nimm run() einer Engine.
not-probabilities = Das Modell endet mit { $activation }, seine Werte gehen von { $low } bis { $high }: Das sind weder Wahrscheinlichkeiten noch Logits. Lass es mit Dense(10) und Softmax() enden.
probabilities-not-finite = Die Wahrscheinlichkeiten des Modells sind NaN, wie nach einem entgleisten Training. Lade die Gewichte neu und trainiere mit einer kleineren Lernrate.
not-a-model = Das Modell muss ein geladenes keras.Model sein, nicht { $type }. Lade oder baue zuerst das Modell und übergib das Objekt; mnistviz öffnet keine Modelldateien.
model-not-built = Das Modell { $name } ist noch nicht gebaut: Die Form seiner Eingabe steht nicht fest. Beginne es mit keras.Input((28, 28, 1)) oder rufe es einmal mit einem Batch von Ziffern auf.
model-of-many = Das Modell hat { $inputs } Eingänge und { $outputs } Ausgänge, nötig ist je einer. Mach ein keras.Model aus dem Teil, der von einem Bild zu dessen Klassen führt.
model-without-last-layer = Der letzte Ausgang des Modells { $name } ist nicht der erste Ausgang einer eigenen Schicht. Lass es mit Dense(10) und Softmax() enden.
model-hides-layers = Das Modell { $name } ist eine eigene Klasse, und Keras weiß nicht, was seine Schichten lesen: { $reason }. Nimm keras.Sequential, die funktionale API oder in call() nur Keras-Schichten und keras.ops.
model-answers-otherwise = Die Schichten, die Keras vom Modell { $name } kennt, ergeben andere Antworten als das Modell; sie würden also Falsches zeigen. Sein eigener Code rechnet noch mehr: Nimm keras.Sequential oder die funktionale API.
model-of-other-input = Die Eingabe des Modells hat die Form { $shape }. Nötig sind Bilder mit { $low } bis { $high } Pixeln je Seite und 1 oder 3 Kanälen, etwa (28, 28, 1), (28, 28) oder (784,).
model-of-other-output = Die Ausgabe des Modells hat die Form { $shape }. Nötig ist ein Wert für jede von 2 bis { $most } Klassen oder ein einziger für zwei: Lass es mit Flatten() und Dense(10) enden.
classes-do-not-fit = Es gibt { $names } verschiedene Namen für Klassen, aber das Modell hat { $classes } Klassen. Gib für jede einen Namen an, in der Reihenfolge der Ausgänge.
model-left-out = Pixel und Klassen beschreiben ein eigenes Modell. Übergib auch das Modell, und zwar als erstes Argument.
bad-pixels = Der Bereich der Pixel kann nicht { $value } sein. Gib den Wert für volle Tinte an, etwa 255, oder die Werte für leeres Papier und volle Tinte, etwa (-1, 1).
note-of-range = bekommt { $paper } für Papier bis { $ink } für Tinte, { $reason }
range-by-answers = denn so liest es { $share } der probierten Ziffern richtig
range-by-dtype = denn seine Eingabe ist { $dtype }
range-by-first-layer = denn seine Schicht { $layer } erwartet das
range-as-usual = wie üblich
range-as-given = wie angegeben
note-of-output = { $kind ->
    [logits] aus seinen Logits macht Softmax Wahrscheinlichkeiten
    [probability] sein einziger Ausgang ist die Wahrscheinlichkeit der zweiten Klasse
    [logit] sein einziger Ausgang ist das Logit der zweiten Klasse
   *[independent] jede Klasse hat ihre eigene Wahrscheinlichkeit
}
weights-not-found = { $count ->
    [0] Die LiteRT-Datei hat keinen Tensor der Form { $shape } für die Gewichte von { $layer }.
   *[other] Die LiteRT-Datei hat { $count } Tensoren der Form { $shape }, und einer davon enthält die Gewichte von { $layer }.
} Gib den Schichten des mitgelieferten Netzes verschiedene Größen oder lass es mit KerasEngine(load_model()) laufen.
layer-title = { $kind ->
    [filters] { $name }: { $channels ->
        [one] 1 Filter { $window }, { $size }
       *[other] { $channels } Filter { $window }, { $size }
    }
    [maximum] { $name }: { $channels ->
        [one] 1 Karte, Maximum aus { $window }, { $size }
       *[other] { $channels } Karten, Maximum aus { $window }, { $size }
    }
    [mean] { $name }: { $channels ->
        [one] 1 Karte, Mittelwert aus { $window }, { $size }
       *[other] { $channels } Karten, Mittelwert aus { $window }, { $size }
    }
    [maps] { $name }: { $channels ->
        [one] 1 Karte, { $size }
       *[other] { $channels } Karten, { $size }
    }
    [fed] { $name }: was das Netz bekommt, { $channels ->
        [one] 1 Karte, { $size }
       *[other] { $channels } Karten, { $size }
    }
    [sequence] { $name }: Folge von { $steps } Schritten (abwärts) x { $features } Merkmalen (quer), als eine Karte
    [undrawn] { $name }: nicht gezeichnet, Werte der Form { $size }
    [number] { $name }: nicht gezeichnet, eine einzelne Zahl
   *[units] { $name }: { $channels ->
        [one] 1 Einheit
       *[other] { $channels } Einheiten
    }
}
layer-title-with-parameters = { $parameters ->
    [one] { $title }, 1 Parameter
   *[other] { $title }, { $parameters } Parameter
}
forward-pass-repr = { $layers ->
    [one] ForwardPass(Vorhersage { $prediction }, Konfidenz { $confidence }, 1 Schicht)
   *[other] ForwardPass(Vorhersage { $prediction }, Konfidenz { $confidence }, { $layers } Schichten)
}
forward-pass-repr-blank = { $layers ->
    [one] ForwardPass(leeres Blatt, 1 Schicht)
   *[other] ForwardPass(leeres Blatt, { $layers } Schichten)
}

## page and Python: edits

edited-note = { $origin }, geändert: { $changes }{ $before ->
    [0] {""}
   *[other] {" "}(davor noch { $before })
}
edited-unit = { $kind ->
    [unit] Einheit { $index }
   *[filter] Filter { $index }
} in { $layer }
edited-silenced = { $unit } stummgeschaltet
edited-kernel = { $channel ->
    [all] Kern von { $unit } gesetzt
   *[one] Kern von { $unit } für Eingangskanal { $channel } gesetzt
}
edited-weight = Gewicht { $index } in { $layer } auf { $value } gesetzt
edited-bias = Bias von { $unit } auf { $value } gesetzt
edited-shuffled = Gewichte in { $layer } gemischt (Seed { $seed })
edited-not-silenced = { $unit } lässt sich nicht stummschalten: Die Aktivierung in { $layer } macht aus 0 einen anderen Wert. Wähle eine andere Schicht oder ändere Gewichte mit set_kernel und set_bias.

## explain

not-a-forward-pass = Die Vorwärtsrechnung muss ein ForwardPass sein, nicht { $type }. Mach eine mit mnistviz.forward(digit).
forward-pass-of-other-network = Die Vorwärtsrechnung stammt von einem anderen Netz: Sie hat die Schichten { $received }, das Netz aber { $expected }. Führe mnistviz.forward(digit, model) mit dem Modell aus, das du erklärst.
units-not-scored = Die Schicht { $layer } hat die Form { $shape }, aber die Statistik gilt für { $units } Einheiten. Berechne die Statistik für dieses Netz neu.
too-few-digits-for-statistics = Es gibt { $digits } Ziffern der Klassen und { $validation } Validierungsziffern. Gib mehr an: über { $least } von jeder Klasse 0 bis 9 und mindestens eine zur Validierung.
explanation-strongest-terms = stärkste Summanden, Wert x Gewicht = Produkt:
summary-sees = sieht { $field }
terms-head = | aus | Wert | Gewicht | Produkt |
softmax-head = | Klasse | Logit | Logit - Maximum | Exponential | Wahrscheinlichkeit |
other-terms = { $count ->
    [one] 1 weiterer
   *[other] { $count } weitere
}
row-of-bias = Bias
account-of-padding = 0, aus dem Padding
account-of-merge = { $calculation }, aus { $units }
account-of-minimum = das Minimum von { $count } Werten: { $unit }
account-of-interpolation = zwischen { $count } Werten von { $layer } interpoliert
account-of-normalised = { $value } x { $weight } + { $offset }, aus { $unit }; Faktor und Summand gelten für diese Ziffer und folgen aus { $count } Werten
layer-reads-hidden = Die Erklärungen enden bei { $layer }, denn diese Schicht liest eine Ausgabe von { $reads }, die nicht gezeigt wird. Erkläre eine Schicht darunter oder eine darüber, die aus ihren Werten erklärt wird.
row-of-sum = Summe
comparison-needs-digit = Um zwei Netze zu vergleichen, gib die Ziffer an, die beide lesen: mnistviz.compare(a, b, digit). Um zwei Ziffern zu vergleichen, übergib Zeichnungen, Ziffern oder Vorwärtsrechnungen.
comparison-answers = a: { $a }; b: { $b }
comparison-reading = { $label } mit { $confidence }
comparison-blank = leeres Blatt
comparison-pair = { $layer } / { $other }
comparison-head = | Schicht | Form | größter Unterschied | Unterschied / Werte |
comparison-most = { $layer } unterscheidet sich am stärksten: Der Unterschied beträgt { $relative } der Werte (quadratische Mittel).
comparison-equal = Die verglichenen Schichten unterscheiden sich nicht.
comparison-of-answers = Keine Schicht hat in beiden dieselbe Form, darum werden nur die Antworten verglichen.
comparison-only = Nicht verglichen, weil nur { $which } sie in dieser Form hat: { $layers }
attribution-method-unknown = Die Methode { $method } gibt es nicht. Wähle eine von { $methods }.
attribution-target-invalid = Das Ziel kann nicht { $target } sein. Gib die Nummer einer Klasse von 0 bis { $last } an oder ein Paar wie (0, 1): warum die erste und nicht die zweite.
attribution-target-twice = Das Ziel { $target } nennt eine Klasse zweimal. Gib zwei verschiedene Klassen an oder nur eine.
attribution-repr = { $method ->
    [integrated_gradients] Attribution({ $question }, { $method }, Vollständigkeitsfehler { $error } %)
   *[other] Attribution({ $question }, { $method })
}
history-needs-drawing = Ein Verlauf braucht ein Drawing, nicht { $type }: Bildern sieht man nicht an, wie sie gezeichnet wurden. Mach eines mit mnistviz.Drawing(strokes).
history-of-blank-paper = Die Zeichnung hat keine Striche, also gibt es nichts zu erzählen. Zeichne zuerst etwas.
answer-history-repr = { $flips ->
    [none] AnswerHistory({ $moments } von { $points } Punkten, kein Wechsel)
   *[other] AnswerHistory({ $moments } von { $points } Punkten, { $flips })
}
counterfactual-repr = { $kind ->
    [add] Counterfactual({ $amount } Pixel Tinte dazu: aus { $before } wird { $after } mit { $confidence })
    [remove] Counterfactual({ $amount } Pixel Tinte weg: aus { $before } wird { $after } mit { $confidence })
   *[noise] Counterfactual(Rauschen der Länge { $amount }: aus { $before } wird { $after } mit { $confidence })
}
counterfactual-kind-unknown = Die Änderung { $kind } gibt es nicht. Wähle eine von { $kinds }.
counterfactual-of-blank-paper = Das Blatt ist leer, also liest das Netz nichts, was sich ändern könnte. Zeichne zuerst eine Ziffer.
counterfactual-target-unknown = Die Klasse { $target } gibt es nicht. Gib eine ganze Zahl von 0 bis { $most } an oder keine, dann ist die zweitwahrscheinlichste Klasse das Ziel.
counterfactual-target-read = Das Netz liest schon { $label }. Wähle eine andere Klasse oder keine, dann ist die zweitwahrscheinlichste das Ziel.
counterfactual-not-found = { $kind ->
    [add] Es waren keine zusätzlichen Striche zu finden, mit denen das Netz { $target } statt { $label } liest. Versuch es mit kind="remove" oder kind="noise" oder mit einem anderen Ziel.
    [remove] Es waren keine Striche zu finden, ohne die das Netz { $target } statt { $label } liest. Versuch es mit kind="add" oder kind="noise" oder mit einem anderen Ziel.
   *[noise] Es war kein Rauschen zu finden, mit dem das Netz { $target } statt { $label } liest. Versuch es mit einem anderen Ziel.
}
no-such-map = Die Schicht { $layer } hat keinen Kanal { $channel }. Gib eine ganze Zahl von 0 bis { $last } für eine ganze Karte an oder (Zeile, Spalte, Kanal) für einen einzelnen Wert.
maximise-start-unknown = Die Maximierung kann nicht bei { $start } beginnen. Gib "noise", "paper" oder eine Ziffer an: float32 (28, 28) von 0 bis 1, wie read_digit sie liefert.
maximised-reading = gelesen als { $label } mit { $confidence }
maximised-repr = Maximised({ $name }: aus { $before } wird { $value }, { $reading })
patch-repr = Patch(Ziffer { $number }, eine { $label }, bei { $place }: { $value })
patch-count-invalid = Die Zahl der Ausschnitte kann nicht { $count } sein. Gib eine ganze Zahl von 1 bis { $most } an.
hidden-layer-not-read = Die Schicht { $layer } kommt nicht von einer Dense-Schicht, die eine einzige Schicht liest; es fehlen also verborgene Werte, nach denen sich Ziffern vergleichen lassen. Nimm ein Netz, das mit Dense(10) und Softmax() endet.
hidden-layer-missing = Vor der letzten Dense-Schicht hat das Netz nichts gelernt; es fehlt also eine verborgene Schicht, nach der sich Ziffern vergleichen lassen. Nimm ein Netz mit einer Faltung oder noch einer Dense-Schicht davor.
hidden-layer-too-large = Die letzte verborgene Schicht { $layer } hat { $units } Einheiten, zu viele für 5.000 Ziffern. Nimm ein Netz mit höchstens { $most } Einheiten vor der letzten Dense-Schicht.
hidden-values-not-finite = Nicht alle Werte der Schicht { $layer } sind endlich, wie nach einem entgleisten Training. Lade die Gewichte neu und trainiere mit einer kleineren Lernrate.
neighbours-of-blank-paper = Das Blatt ist leer, also liegt keine andere Ziffer in der Nähe. Zeichne zuerst eine Ziffer.
neighbours-count-out-of-range = Die Anzahl kann nicht { $count } sein. Gib eine ganze Zahl von 1 bis { $most } an.
neighbours-network-changes = Die Gewichte des Netzes haben sich geändert, während die Ziffern verglichen wurden. Warte, bis das Training zu Ende ist, und versuch es noch einmal.
neighbours-repr = { $more ->
    [0] Neighbours({ $reading }; am nächsten: { $labels }; Abstände { $nearest } bis { $farthest })
   *[other] Neighbours({ $reading }; am nächsten: { $labels } und { $more } weitere; Abstände { $nearest } bis { $farthest })
}
weight-name = { $kind ->
    [bias] Bias von { $layer }[{ $index }]
   *[weight] Gewicht von { $layer }[{ $index }]
}
weight-loss-repr = { $digits ->
    [one] WeightLoss({ $name }, im Netz { $value }; Verlust einer Ziffer { $loss })
   *[other] WeightLoss({ $name }, im Netz { $value }; mittlerer Verlust von { $digits } Ziffern { $loss })
}
weight-loss-digits = Der Verlust braucht Ziffern der Form (n, 28, 28), nicht { $shape }. Gib mindestens eine Ziffer an, von 0 (Papier) bis 1 (Tinte).
weight-loss-labels = Die Klassen passen nicht zu den { $digits } Ziffern. Gib für jede Ziffer eine ganze Zahl von 0 bis { $last } an.
weight-loss-not-dense = In der Schicht { $layer } gibt es kein Gewicht zum Verschieben. Wähle eine Dense-Schicht: { $layers }.
weight-loss-without-softmax = Das Netz endet nicht mit Softmax, deshalb wäre sein Verlust ein anderer. Nimm ein Netz, das mit Dense(10) und Softmax() endet.

## page and Python: explanations

answer-flip = { $before } → { $after } bei Punkt { $points }
nothing-to-explain = Das Blatt ist leer, also gibt es nichts zu erklären. Zeichne etwas und erkläre dann die Vorwärtsrechnung dazu.
forward-pass-of-other-weights = Diese Vorwärtsrechnung entstand mit anderen Gewichten: Mit diesen hat { $unit } den Wert { $expected }, in ihr aber { $value }. Führe mnistviz.forward(digit, model) noch einmal aus und übergib dasselbe Modell.
no-such-layer = Die Schicht { $layer } gibt es nicht. Wähle eine von { $layers }.
layer-not-explained = Die Erklärungen enden bei { $layer }, einer Schicht der Art { $kind }. Erkläre eine Schicht darunter oder eine darüber, die aus ihren Werten erklärt wird.
activation-not-explained = Die Erklärungen enden bei { $layer }, denn die Aktivierung { $activation } macht jeden Wert aus mehreren. Erkläre eine Schicht darunter oder eine darüber, die aus ihren Werten erklärt wird.
layer-named-as-digit = Eine Schicht heißt { $layer }, genau wie die Eingabe des Netzes. Gib ihr einen anderen Namen.
no-such-unit = Die Schicht { $layer } hat keine Einheit { $unit }. Zähle ab 0: { $axes ->
    [map] Zeile 0 bis { $row }, Spalte 0 bis { $column }, Kanal 0 bis { $channel }
    [unit] Einheit 0 bis { $channel }
   *[other] eine Stelle für jede Achse von { $shape }
}; zum Beispiel { $example }.
account-of-sum = { $count ->
    [one] 1 Produkt aus { $layer } { $products } + Bias { $bias }
   *[other] { $count } Produkte aus { $layer } { $products } + Bias { $bias }
}
account-of-activated-sum = { $count ->
    [one] { $activation }({ $sum }) mit { $sum } = 1 Produkt aus { $layer } { $products } + Bias { $bias }
   *[other] { $activation }({ $sum }) mit { $sum } = { $count } Produkte aus { $layer } { $products } + Bias { $bias }
}
account-of-softmax-of-sum = { $count ->
    [one] exp({ $sum } - { $maximum }) / { $total }, Softmax über { $logits } Logits; dieses hier: 1 Produkt aus { $layer } { $products } + Bias { $bias }
   *[other] exp({ $sum } - { $maximum }) / { $total }, Softmax über { $logits } Logits; dieses hier: { $count } Produkte aus { $layer } { $products } + Bias { $bias }
}
account-of-softmax = exp({ $sum } - { $maximum }) / { $total }, Softmax von { $unit } = { $sum } unter { $logits } Logits
account-of-maximum = { $count ->
    [one] das Maximum von 1 Wert: { $unit }
   *[other] das Maximum von { $count } Werten: { $unit }
}
account-of-mean = { $count ->
    [one] der Mittelwert von 1 Wert aus { $layer }
   *[other] der Mittelwert von { $count } Werten aus { $layer }
}
account-of-same-value = { $unit }, unverändert
account-of-passing = { $unit }, unverändert: { $kind } wirkt nur beim Training
account-of-scaled = { $value } x { $weight } + { $offset }, aus { $unit }
account-of-activation = { $activation }({ $value }), aus { $unit }
receptive-field = Zeilen { $top } bis { $bottom }, Spalten { $left } bis { $right } der Ziffer
receptive-field-empty = nichts von der Ziffer
explanation-sees = Die Einheit sieht { $field }.
then-softmax = dann { $layer } = { $value }, mit Softmax über alle { $count }
then-activation = dann { $layer } = { $activation }({ $input }) = { $value }
layer-not-scored = In der Vorwärtsrechnung fehlt die Schicht { $layer }. Nimm ein Netz mit den Schichten von mnistviz.build_cnn() und eine dazu passende Statistik.

## page and Python: what a unit looks for

maximise-not-finite = Die Werte von { $name } sind keine endlichen Zahlen, also ist keiner davon der größte. Trainiere oder lade die Gewichte neu.
maximise-silent = Der Wert von { $name } bleibt { $value }, wo auch immer Tinte dazukommt oder verschwindet; von hier geht es also nicht aufwärts. Wähle eine andere Einheit oder einen anderen Anfang.
maximise-other-network = Das Netz hat sich inzwischen geändert, das hier gehört also zu einem anderen. Starte neu.
maximise-given = die Ziffer, die { $name } gefällt

## page and Python: what would change the answer

changed-digit-given = { $kind ->
    [noise] Die veränderte Ziffer, mit Rauschen
    [add] Die veränderte Ziffer, mit mehr Tinte
   *[remove] Die veränderte Ziffer, mit weniger Tinte
}
change-of-blank-paper = Das Blatt ist leer, also gibt es keine Antwort zu ändern. Zeichne zuerst eine Ziffer.
change-target-read = Das Netz liest schon { $label }. Wähle ein anderes Ziel.
change-not-found = { $kind ->
    [add] Es waren keine zusätzlichen Striche zu finden, die aus dieser Ziffer das Ziel machen. Versuch es mit einer anderen Änderung oder einem anderen Ziel.
    [remove] Es waren keine Striche zu finden, ohne die aus dieser Ziffer das Ziel wird. Versuch es mit einer anderen Änderung oder einem anderen Ziel.
   *[noise] Es war kein Rauschen zu finden, das aus dieser Ziffer das Ziel macht. Versuch es mit einem anderen Ziel.
}
change-title = { $kind ->
    [add] Tinte dazu, damit { $label } als { $target } gelesen wird
    [remove] Tinte weg, damit { $label } als { $target } gelesen wird
   *[noise] Rauschen, damit { $label } als { $target } gelesen wird
}
change-amount = { $kind ->
    [add] { $amount } Pixel volle Tinte kommen dazu, { $share } % von dem, was die Ziffer hat. Das ist die kleinste Änderung, die die Suche gefunden hat; vielleicht reicht auch weniger.
    [remove] { $amount } Pixel volle Tinte fallen weg, { $share } % von dem, was die Ziffer hat. Das ist die kleinste Änderung, die die Suche gefunden hat; vielleicht reicht auch weniger.
   *[noise] Am stärksten ändert sich ein Pixel um { $largest }, wobei 1 volle Tinte ist; alle Änderungen zusammen haben die Länge { $amount }.
}
change-plausible = { $answer ->
    [yes] Die veränderte Ziffer sieht aus wie Ziffern, die das Netz kennt.
    [no] Die veränderte Ziffer sieht keiner Ziffer ähnlich, die das Netz kennt: Es wurde eher getäuscht als überzeugt.
   *[unknown] Ob sie wie eine Ziffer aussieht, lässt sich nur beim mitgelieferten Netz sagen.
}
change-lesson = Du siehst noch die alte Ziffer, das Netz aber nicht: Es achtet auf Zahlen, nicht auf Striche. Bilder, die jemand absichtlich verändert, um ein Netz zu täuschen, nennt man adversarial.
change-drawn = { $strokes ->
    [varied] Auf der Zeichenfläche liest das Netz damit { $label } mit { $confidence } %. Das Einpassen verschiebt die Ziffer; darum sind die Striche etwas länger als nötig oder liegen daneben.
   *[least] Auf der Zeichenfläche liest das Netz damit { $label } mit { $confidence } %.
} { $lines ->
    [one] „Rückgängig“ nimmt den Strich zurück.
   *[other] Jedes „Rückgängig“ nimmt einen der { $lines } Striche zurück.
}
change-given = { $kind ->
    [undone] Auf der Zeichenfläche würden diese Striche nicht reichen, weil das Einpassen die Ziffer verschiebt. Darum bekommt das Netz die veränderte Ziffer ohne Einpassen: Es liest { $label } mit { $confidence } %. „Rückgängig“ holt deine zurück.
   *[picture] Das Netz bekommt die veränderte Ziffer, wie sie ist, ohne Einpassen: Es liest { $label } mit { $confidence } %. „Rückgängig“ holt deine zurück.
}

## data

mnist-repr = Mnist({ $training } Trainingsziffern, { $test } Testziffern)
no-such-data = In { $source } gibt es kein MNIST. Nimm 'bundled', 'full' oder den Pfad einer npz- oder CSV-Datei oder eines Ordners mit IDX- oder CSV-Dateien.
mnist-not-fetched = Keras konnte das volle MNIST nicht laden: { $reason }. Mach mit load_mnist('bundled') weiter oder gib den Pfad einer mnist.npz an.
mnist-file-unreadable = { $arrays } ließen sich nicht aus { $file } lesen: { $reason }. Hol die Datei noch einmal mit load_mnist('full').
idx-file-missing = Im Ordner fehlt { $file }. Leg die Datei hinein, gepackt (gzip) oder nicht.
idx-file-unreadable = Die IDX-Datei { $file } ließ sich nicht lesen: { $reason }. Lade sie noch einmal herunter.
idx-file-damaged = Der Inhalt von { $file } ist nicht der einer IDX-Datei mit { $axes } Achsen oder nicht vollständig. Lade sie noch einmal herunter.
idx-file-too-large = Die Datei { $file } hat entpackt mehr als { $limit } MB. Nimm einen kleineren Datensatz, etwa „balanced“ oder „letters“ von EMNIST.
pictures-repr = Pictures({ $training } Trainingsbilder, { $test } Testbilder, { $rows }x{ $columns }, { $classes } Klassen)
no-such-pictures = Unter { $source } gibt es nichts. Gib den Pfad eines Ordners oder einer Datei an oder Arrays (images, labels).
not-pictures = Aus einem Objekt vom Typ { $type } lassen sich keine Bilder laden. Gib den Pfad eines Ordners oder einer Datei an oder Arrays (images, labels).
not-an-array-of-pictures = Aus einem Objekt vom Typ { $type } wird kein Array. Gib Arrays aus Zahlen an, die alle dieselbe Form haben.
pictures-unreadable = Die Bilder in { $source } lassen sich nicht lesen: { $reason }. Prüfe den Pfad und ob du sie lesen darfst.
not-a-set-file = Die Datei { $file } ist weder eine IDX-Datei noch eine npz-Datei mit Bildern. Gib den Ordner der IDX-Dateien an, eine npz-Datei oder einen Ordner mit einem Unterordner für jede Klasse.
several-sets = Der Ordner hat mehrere Datensätze: { $sets }. Gib den Pfad der Trainingsbilder von einem davon an.
set-file-missing = Im Ordner fehlt { $file }. Leg die Datei zu den anderen des Datensatzes.
set-file-unreadable = { $arrays } ließen sich nicht aus { $file } lesen: { $reason }. Prüfe die Datei oder lade sie noch einmal herunter.
folder-without-classes = Der Ordner { $folder } hat weder IDX- oder npz-Dateien eines Datensatzes noch Unterordner. Leg die Bilder jeder Klasse in einen Unterordner mit dem Namen der Klasse.
folder-too-large = Der Ordner { $folder } hat { $count } Bilder; höchstens { $most } mit { $rows }x{ $columns } Pixeln sind erlaubt. Nimm weniger oder eine kleinere Größe.
class-folder-empty = Der Unterordner { $folder } hat keine Bilder. Leg welche hinein oder entferne ihn.
class-folder-has-folder = Der Unterordner { $folder } enthält selbst einen Ordner { $inner }. Leg die Bilder jeder Klasse direkt in einen Unterordner.
picture-outside-folder = Die Datei { $file } ist ein Link auf etwas außerhalb von { $folder }. Kopiere das Bild in den Ordner.
picture-of-class-unreadable = Das Bild { $file } ließ sich nicht lesen: { $reason }. Ersetze es durch ein PNG oder JPEG oder entferne es.
folders-and-classes-differ = Die Unterordner sind { $folders }, die Klassen aber { $classes }. Nimm dieselben Namen oder lass die Klassen weg.
not-images = Das sind keine Bilder: { $received }. Gib ein Array (n, Zeilen, Spalten) an, oder mit 1 oder 3 Kanälen am Ende, mit 2 bis 1.024 Pixeln je Seite.
images-too-many = Die Bilder brauchen als Bytes { $size } MB, erlaubt sind höchstens { $limit } MB. Nimm weniger oder kleinere.
images-out-of-range = Die Pixel gehen von { $low } bis { $high }. Nimm ganze Zahlen von 0 bis 255 oder Kommazahlen von 0 bis 1 oder 0 bis 255.
no-samples = Es gibt keine Beispiele, oder alle sind schwarz. Gib Bilder an, die auch helle Stellen haben.
picture-without-class = Bild { $number }
labels-one-hot = Die Labels haben die Form { $shape }, nötig ist aber eine Zahl für jedes Bild. Sind sie one-hot, dann gib labels.argmax(axis=1) an.
not-labels = Die Labels sind { $received }, nicht eines für jedes Bild. Gib eine Liste oder ein Array (n,) aus ganzen Zahlen ab 0 oder aus Namen an.
labels-and-images-differ = Es gibt { $images } Bilder, aber { $labels } Labels. Gib für jedes Bild ein Label an.
label-of-no-class = Das Label { $label } ist keine der Klassen { $classes }. Füge seinen Namen zu den Klassen hinzu oder lass seine Bilder weg.
labels-out-of-range = Die Labels gehen von { $low } bis { $high }. Nimm 0 bis { $most } oder gib für jede Klasse einen Namen an.
no-pictures = Es gibt keine Bilder oder keine zum Testen. Gib von jeder Klasse welche an.
test-images-differ = Die Trainingsbilder haben die Form { $shape }, die Testbilder aber { $other }. Bring sie auf dieselbe Größe und dieselben Kanäle.
too-many-classes = Es gibt { $classes } Klassen, erlaubt sind höchstens { $most }. Nimm weniger oder nummeriere die Labels ab 0 ohne Lücken.
one-class-only = Alle Bilder gehören zu einer einzigen Klasse. Gib Bilder von mindestens zwei an.
too-few-of-class = { $count ->
    [0] Von der Klasse „{ $name }“ gibt es keine Trainingsbilder.
    [one] Von der Klasse „{ $name }“ gibt es nur ein Bild.
   *[other] Von der Klasse „{ $name }“ gibt es nur { $count } Bilder.
} Gib mindestens { $least } an oder nummeriere die Labels ab 0 ohne diese Klasse.
not-names-of-classes = Die Klassen sind { $received }. Gib mindestens zwei verschiedene Namen in einer Liste an, in der Reihenfolge der Labels.
other-number-of-names = Es gibt { $names } Namen, aber { $classes } Klassen. Gib für jede Klasse einen Namen an.
bad-picture-size = Die Größe kann nicht { $size } sein. Gib Zeilen und Spalten von { $low } bis { $high } an, zum Beispiel (32, 32).
csv-unreadable = Die CSV-Datei { $file } ließ sich nicht lesen: { $reason }. Prüfe den Pfad.
csv-too-large = Die Datei { $file } hat mehr als { $limit } MB, so groß ist MNIST nicht. Nimm train.csv von Kaggle oder eine andere Datei mit 785 Spalten.
csv-too-many-lines = Die Datei { $file } hat mehr als { $limit } Zeilen, so viele hat MNIST nicht. Nimm weniger Ziffern.
csv-line-too-long = Zeile { $line } von { $file } ist zu lang. Jede Zeile braucht ein Label 0 bis 9 und 784 Pixel 0 bis 255, durch Kommas getrennt.
csv-columns = { $columns ->
    [one] Zeile { $line } von { $file } hat 1 Spalte statt { $expected }. Jede Zeile braucht ein Label 0 bis 9 und 784 Pixel 0 bis 255, durch Kommas getrennt.
   *[other] Zeile { $line } von { $file } hat { $columns } Spalten statt { $expected }. Jede Zeile braucht ein Label 0 bis 9 und 784 Pixel 0 bis 255, durch Kommas getrennt.
}
csv-number = Zeile { $line } von { $file } enthält „{ $value }“. Jede Zeile braucht ein Label 0 bis 9 und 784 Pixel 0 bis 255, als ganze Zahlen.
csv-without-labels = Die Datei { $file } hat keine Labels: Ihre erste Spalte heißt „{ $name }“, nicht „label“. Nimm train.csv von Kaggle, denn in test.csv fehlen die Labels.
csv-too-short = { $count ->
    [one] Die Datei { $file } hat nur 1 Ziffer; da bleibt keine zum Testen übrig. Nimm mindestens { $least }.
   *[other] Die Datei { $file } hat nur { $count } Ziffern; da bleiben keine zum Testen übrig. Nimm mindestens { $least }.
}
not-mnist = Die Arrays in { $file } sind nicht die von MNIST: Die Bilder sind { $images }, die Labels { $labels }. Nimm Bilder in uint8 (n, 28, 28) und n Labels 0 bis 9.
pen-file-unreadable = Die Stiftziffern in { $file } ließen sich nicht lesen: { $reason }. Prüfe den Pfad oder lade die Datei noch einmal herunter; nötig sind darin { $arrays }.
pen-counts-differ = { $digits } Ziffern, { $labels } Labels 0 bis 9, { $writers } Schreiber
pen-ends-not-ascending = die Enden der Striche oder Ziffern steigen nicht bis zum letzten Punkt oder Strich an
array-too-large = { $array } hat { $bytes } Bytes, erlaubt sind { $limit }
corruption-unit = { $name ->
    [shift] Anteil des Weges von der Mitte zum Rand der Zeichenfläche
    [rotation] Grad nach links oder rechts
    [scale] längste Seite, als Anteil der Seite der Zeichenfläche
    [thickness] Vielfaches der Strichbreite
    [noise] Standardabweichung, als Anteil des Kontrasts zwischen Tinte und Papier
   *[blur] Standardabweichung, in Pixeln der Ziffer
}

## exercises

no-such-exercise = Die Aufgabe { $kind } gibt es nicht. Wähle eine aus mnistviz.exercise_kinds(), zum Beispiel { $similar }.
exercise-needs-digit = Die Aufgabe { $kind } kann nicht nach einem leeren Blatt fragen. Zeichne zuerst eine Ziffer oder wähle eine Aufgabe, die keine braucht, zum Beispiel { $kinds }.
not-a-seed = Der Seed muss eine ganze Zahl ab 0 sein, nicht { $seed }. Lass ihn weg oder nimm zum Beispiel seed=1.
no-layer-fits-exercise = Diese Aufgabe braucht eine { $kind }-Schicht, nach der sie fragen kann, und findet keine unter { $layers }. Wähle eine andere Aufgabe oder nimm das mitgelieferte Netz.
nothing-fits-exercise = Diese Aufgabe findet in dieser Ziffer nichts, wonach sie fragen kann. Zeichne eine andere Ziffer oder wähle eine andere Aufgabe.

not-a-number = Das ist keine Zahl: { $answer }. Schreibe zum Beispiel 0,73, im Python-Code 0.73.
not-a-whole-number = Das ist keine ganze Zahl: { $answer }. Schreibe zum Beispiel 12.
not-a-probability = Das ist keine Wahrscheinlichkeit von 0 bis 1: { $answer }. Schreibe zum Beispiel 0,73 oder 73 %, im Python-Code 0.73 oder '73 %'.
not-a-position = Das ist keine Angabe von Zeile und Spalte, ab 0 gezählt: { $answer }. Schreibe zum Beispiel '3, 4' oder (3, 4).
number-ambiguous = Mit { $answer } können zwei Zahlen gemeint sein, mit Nachkommastellen oder mit Tausendern. Schreib alle Ziffern ohne Tausenderzeichen, und Nachkommastellen nach einem Komma.
several-answers = Das sind zwei Antworten. Setz eine Zahl mit Komma in Anführungszeichen, also check("0,73"), oder schreib einen Punkt; Zeile und Spalte brauchen Klammern: check((3, 4)).
no-answer-given = Es fehlt eine Antwort. Gib sie so an: check(answer).
no-drawing-given = Es fehlt eine Zeichnung. Gib sie so an: check(explorer) oder check(drawing).
scores-of-nothing = Es gibt nichts zu speichern. Gib Aufgaben oder ihre Karten an: save_scores("scores.json", first, second).
scores-unreadable = Die Datei { $name } ist keine Punktedatei. Wähle eine, die mnistviz.save_scores geschrieben hat.
scores-too-long = Die Datei { $name } ist größer als { $megabytes } MB, also keine Punktedatei. Wähle eine, die mnistviz.save_scores geschrieben hat.
scores-damaged = Eine Zeichnung in dieser Punktedatei ist beschädigt. Lass dir die Datei noch einmal geben.
scores-other-question = Die Aufgabe { $kind } fragt heute etwas anderes, als in der Datei steht. Die Datei wurde geändert oder stammt von einer anderen Version von mnistviz: Lies die Fragen und Antworten darin selbst durch.
nothing-drawn = Das Blatt ist leer. Zeichne etwas und prüfe dann noch einmal.

answer-right = Richtig. { $reason }
answer-wrong = Noch nicht. { $reason }
number-too-small = { $number } ist zu klein. { $rule }
number-too-large = { $number } ist zu groß. { $rule }
not-that-number = { $number } ist es nicht. { $rule }
not-that-position = Zeile { $row }, Spalte { $column } ist es nicht. { $rule }
row-and-column-swapped = Du hast Zeile und Spalte vertauscht: Zuerst kommt die Zeile, und sie zählt nach unten.
positions-count-from-0 = Zeilen und Spalten werden ab 0 gezählt, nicht ab 1.
points-of-possible = { $points } von { $possible } Punkten

answer-with-two-decimals = Antworte mit zwei Nachkommastellen; eine Abweichung von 0,01 ist in Ordnung.
table-row = Zeile { $row }
table-column = Spalte { $column }
kernel-of-filter = Kern von Filter { $filter }
bias-subtracted = Der Bias wird addiert, nicht subtrahiert.
value-after-relu = Das ist der Wert nach ReLU. Die Faltung selbst kann negativ sein.
window-of-layer = { $padding ->
    [same] { $is_dilated ->
        [yes] `{ $layer }` { $size } mit Schrittweite { $stride }, Padding "same" und Dilation { $dilation }
       *[no] `{ $layer }` { $size } mit Schrittweite { $stride } und Padding "same"
    }
   *[valid] { $is_dilated ->
        [yes] `{ $layer }` { $size } mit Schrittweite { $stride } und Dilation { $dilation }
       *[no] `{ $layer }` { $size } mit Schrittweite { $stride }
    }
}

frame-line-title = wie breit ein Strich nach dem Skalieren ist
frame-line-question = Die Tinte auf der Zeichenfläche misst { $width } x { $height } Pixel und wurde mit einem { $brush } Pixel breiten Pinsel gezeichnet. Beim Einpassen wird auf die Tinte zugeschnitten und ihre längere Seite auf { $box } Pixel skaliert. Wie breit ist der Strich dann, in Pixeln der Ziffer? { $decimals }
frame-line-solution = { $brush } x { $box } / { $longest } = { $line }: Die längere Seite wird auf { $box } Pixel gebracht, und der Strich schrumpft mit.
frame-line-rule = Der Strich schrumpft um denselben Faktor wie die Tinte.
frame-line-shortest-side = Die längere Seite wird auf { $box } Pixel gebracht, nicht die kürzere.
frame-line-whole-digit = Die Ziffer hat { $side } Pixel, ihre Tinte aber nur { $box }.
frame-line-whole-pad = So schrumpft die ganze Zeichenfläche. Beim Einpassen wird aber zuerst auf die Tinte zugeschnitten.
frame-line-next-step = Das ist der Strich nach dem nächsten Schritt, der die Strichbreite anpasst. Gefragt ist nach dem Strich davor.
frame-line-factor = Das ist der Faktor, um den die Tinte kleiner wird. Wie breit ist der Strich dann?
frame-line-hint-factor = Um welchen Faktor schrumpft die längere Seite, wenn sie auf { $box } Pixel gebracht wird?
frame-line-hint-result = Der Faktor ist { $box } / { $longest }.

frame-shift-title = wie weit das Einpassen eine Ziffer verschiebt, um sie zu zentrieren
frame-shift-question = Nach dem Skalieren füllt die Tinte einer Ziffer { $columns } Spalten. Das Einpassen verschiebt die Ziffer um ganze Pixel, bis ihr Schwerpunkt, gerundet, in Spalte { $centre } liegt. Um wie viele Spalten wird sie verschoben? Nach rechts zählt als plus, nach links als minus.
frame-shift-solution = Der Schwerpunkt liegt bei Spalte { $middle }, also wird die Ziffer um { $centre } - { $rounded } = { $shift } verschoben.
frame-shift-rule = Multipliziere die Nummer jeder Spalte mit ihrer Tinte, addiere alles und teile durch die gesamte Tinte.
frame-shift-other-way = Du hast in die andere Richtung verschoben: Nach rechts zählt als plus.
frame-shift-not-the-distance = Dort liegt der Schwerpunkt. Wie weit ist er von Spalte { $centre } entfernt?
frame-shift-middle-of-ink = So kommt die Mitte der Tinte ins Zentrum. Eine Spalte mit mehr Tinte zählt mehr.
frame-shift-most-ink = So kommt die Spalte mit der meisten Tinte ins Zentrum. Es zählen aber alle Spalten.
frame-shift-hint-mean = Der Schwerpunkt ist der Mittelwert der Spalten, jede mit ihrer Tinte gewichtet.
frame-shift-hint-middle = Er liegt bei Spalte { $middle }.
frame-shift-table = Gesamte Tinte in jeder Spalte
frame-shift-column = Spalte
frame-shift-ink = Tinte

conv-by-hand-title = ein Wert der ersten Faltung, aus Fenster, Kern und Bias
conv-by-hand-question = Welchen Wert hat `{ $layer }` in Kanal { $channel }, Zeile { $row }, Spalte { $column }? Multipliziere jedes Pixel seines Fensters mit dem Gewicht des Kerns an derselben Stelle und addiere alle Produkte und den Bias { $bias }. { $decimals }
conv-by-hand-solution = Die Produkte ergeben zusammen { $products }; mit dem Bias { $bias } macht das { $total }.
conv-by-hand-rule = Multipliziere jedes Pixel mit seinem Gewicht und addiere dann alle Produkte und den Bias.
conv-by-hand-no-bias = Du hast den Bias vergessen: Addiere ihn zu den Produkten.
conv-by-hand-flipped = Du hast den Kern gespiegelt. Multipliziere jedes Pixel mit dem Gewicht an derselben Stelle.
conv-by-hand-turned = Du hast Zeilen und Spalten des Kerns vertauscht.
conv-by-hand-hint-ink = Nur Pixel, die nicht 0 sind, zählen: Suche sie zuerst.
conv-by-hand-hint-products = Die Produkte ergeben zusammen { $products }. Was fehlt noch?
conv-by-hand-pixels = Pixel der Ziffer

conv-channels-title = ein Wert einer späteren Faltung, aus den Summen ihrer Kanäle
conv-channels-question = Welchen Wert hat `{ $layer }` in Kanal { $channel }, Zeile { $row }, Spalte { $column }? Sein Fenster umfasst alle { $channels } Kanäle von `{ $below }` zugleich. Die Produkte jedes Kanals sind schon addiert; der Bias ist { $bias }. { $decimals }
conv-channels-solution = Die { $channels } Kanäle ergeben zusammen { $total }; mit dem Bias { $bias } macht das { $value }.
conv-channels-rule = Addiere die Summen aller Kanäle und dann einmal den Bias.
conv-channels-no-bias = Du hast den Bias vergessen: Addiere ihn einmal, nach allen Kanälen.
conv-channels-many-biases = Der Bias wird einmal addiert, nicht einmal für jeden Kanal.
conv-channels-averaged = Die Kanäle werden addiert, nicht gemittelt.
conv-channels-strongest = Alle Kanäle zählen, nicht nur der stärkste.
conv-channels-hint-one-value = Die Einheit hat einen einzigen Wert, nicht einen für jeden Kanal darunter.
conv-channels-hint-total = Die Kanäle ergeben zusammen { $total }. Was fehlt noch?
conv-channels-table = Summen der Produkte, Kanäle { $first } bis { $last }
conv-channels-channel = Kanal
conv-channels-sum = Summe

blank-window-title = wie ein Filter auf ein leeres Blatt anspricht
blank-window-question = Ein Fenster liegt ganz auf leerem Papier, wo jedes Pixel 0 ist. Welchen Wert hat `{ $layer }` dort in Kanal { $channel }? Der Bias ist { $bias }. { $decimals }
blank-window-solution = Alle Produkte sind 0, also bleibt nur der Bias: { $bias }.
blank-window-rule = Jedes Gewicht wird mit 0 multipliziert.
blank-window-no-bias = Die Produkte sind 0, aber zu ihnen wird noch etwas addiert.
blank-window-as-ink = Du hast die Gewichte mit 1 multipliziert. Papier ist 0, Tinte ist 1.
blank-window-sum-of-weights = Du hast die Gewichte addiert. Multipliziere zuerst jedes mit seinem Pixel: Papier ist 0.
blank-window-sign = Das Vorzeichen stimmt nicht.
blank-window-hint = Wie groß ist jedes Produkt?

relu-title = was ReLU aus fünf Werten macht
relu-question = Das sind fünf benachbarte Werte von `{ $below }`, Kanal { $channel }. Wie groß ist ihre Summe nach ReLU, in `{ $layer }`? { $decimals }
relu-solution = ReLU behält { $kept } und macht die anderen zu 0; die Summe ist { $sum }.
relu-rule = Ersetze jeden negativen Wert durch 0 und addiere dann.
relu-forgotten = Du hast ReLU vergessen: Negative Werte werden zu 0, bevor du addierst.
relu-of-the-sum = Wende ReLU auf jeden einzelnen Wert an und addiere erst dann.
relu-is-not-the-absolute-value = ReLU macht negative Werte zu 0, nicht positiv.
relu-keeps-the-positive = ReLU behält die positiven Werte, nicht die negativen.
relu-hint-rule = ReLU macht einen negativen Wert zu 0 und behält einen positiven.
relu-hint-count = { $count ->
    [one] { $count } der fünf Werte bleibt übrig.
   *[other] { $count } der fünf Werte bleiben übrig.
}
relu-table = Vor ReLU, in `{ $below }`

pool-value-title = das Maximum eines Fensters
pool-value-question = Welchen Wert hat `{ $layer }` in Kanal { $channel }, Zeile { $row }, Spalte { $column }? { $decimals }
pool-value-solution = Der größte Wert des Fensters ist { $value }.
pool-value-rule = Max-Pooling behält einen der Werte seines Fensters.
pool-value-mean = Das ist der Mittelwert. Max-Pooling behält den größten Wert.
pool-value-sum = Das ist die Summe. Max-Pooling behält den größten Wert.
pool-value-smallest = Das ist der kleinste Wert. Max-Pooling behält den größten.
pool-value-other = { $value } ist nicht der größte Wert des Fensters.
pool-value-hint = Die Antwort ist einer dieser Werte, unverändert.
pool-value-table = Das Fenster in `{ $below }`

pool-winner-title = wo das Maximum eines Fensters liegt
pool-winner-question = Welche Position dieses Fensters gewinnt, sodass ihr Wert zu `{ $layer }`, Kanal { $channel }, Zeile { $row }, Spalte { $column } wird? Antworte mit Zeile und Spalte, zum Beispiel 3, 4.
pool-winner-solution = Zeile { $row }, Spalte { $column }, mit { $value }.
pool-winner-rule = Wähle eine Position aus der Tabelle.
pool-winner-inside-window = Du hast ab der Ecke des Fensters gezählt. Nimm die Nummern der Zeilen und Spalten der Karte.
pool-winner-other = Der Wert dort ist { $value }, aber ein anderer ist größer.
pool-winner-position-in-pool = Das ist die Position in `{ $layer }`. Gefragt ist nach der Position in `{ $below }`.
pool-winner-hint-rule = Max-Pooling behält den größten Wert.
pool-winner-hint-value = Der größte Wert ist { $value }.
pool-winner-table = Das Fenster in `{ $below }`, Kanal { $channel }

window-corner-title = das Pixel oben links, das eine Einheit sieht
window-corner-question = Die Einheit in `{ $layer }`, Kanal { $channel }, Zeile { $row }, Spalte { $column } sieht ein Rechteck der Ziffer. Von der Ziffer aufwärts sind die Fenster: { $windows }. Welches Pixel liegt in der oberen linken Ecke des Rechtecks? Antworte mit Zeile und Spalte, zum Beispiel 3, 4.
window-corner-solution = Sie sieht die Zeilen { $top } bis { $bottom } und die Spalten { $left } bis { $right }, also liegt das Pixel oben links in Zeile { $top }, Spalte { $left }.
window-corner-rule = Geh Schicht für Schicht nach unten, jedes Mal zur ersten Einheit des Fensters.
window-corner-own-position = Das ist die Position der Einheit selbst. Beim Pooling liegen die Fenster mehrere Einheiten auseinander, deshalb werden die Zahlen nach unten hin größer.
window-corner-last-pixel = Das ist das letzte Pixel, unten rechts. Gefragt ist nach dem ersten, oben links.
window-corner-hint-stride = Der Anfang des Fensters ist die Position der Einheit selbst mal die Schrittweite ihrer Schicht.
window-corner-hint-row = Das Pixel liegt in Zeile { $row }.

receptive-field-title = wie viele Pixel eine Einheit sieht
receptive-field-question = Wie viele Pixel der Ziffer sieht die Einheit in `{ $layer }`, Kanal { $channel }, Zeile { $row }, Spalte { $column }? Von der Ziffer aufwärts sind die Fenster: { $windows }. Zähle die Pixel des Rechtecks, Zeilen mal Spalten.
receptive-field-solution = Sie sieht { $rows } Zeilen und { $columns } Spalten: { $rows } x { $columns } = { $pixels } Pixel.
receptive-field-rule = Geh Schicht für Schicht nach unten und mach das Fenster jedes Mal größer.
receptive-field-one-side = Das ist eine Seite. Wie viele Pixel hat das ganze Rechteck?
receptive-field-own-window = Das ist ihr Fenster in `{ $below }`. Wie viel von der Ziffer sehen die Einheiten darin?
receptive-field-whole-digit = Das ist die ganze Ziffer. Eine Einheit sieht nur einen Teil davon.
receptive-field-hint-formula = Die Fenster von n benachbarten Einheiten, jedes k breit und um s gegen das vorige versetzt, umfassen (n - 1) s + k Einheiten der Schicht darunter. Beginne mit n = 1 und geh nach unten.
receptive-field-hint-rows = Sie sieht { $rows } Zeilen.

output-size-title = wie viele Zeilen eine Karte nach einer Faltung hat
output-size-question-same = Eine Karte hat { $rows } Zeilen. Eine Faltung mit einem { $kernel }x{ $kernel }-Kern und Schrittweite { $stride } liest sie, mit Padding "same": Rings um die Karte werden Nullen ergänzt. Wie viele Zeilen hat die Ausgabe der Faltung?
output-size-question-valid = Eine Karte hat { $rows } Zeilen. Eine Faltung mit einem { $kernel }x{ $kernel }-Kern und Schrittweite { $stride } liest sie, mit Padding "valid": Um die Karte wird nichts ergänzt. Wie viele Zeilen hat die Ausgabe der Faltung?
output-size-solution-same = Mit Padding gibt es für jede Position ein Fenster, also { $rows } / { $stride }, aufgerundet: { $size }.
output-size-solution-valid = ({ $rows } - { $kernel }) / { $stride }, abgerundet, und eins mehr für das erste Fenster: { $size }.
output-size-rule = Zähle die Positionen, an denen das Fenster passt.
output-size-no-stride = Du hast die Schrittweite vergessen: Das Fenster hält nicht bei jeder Zeile an.
output-size-rounded-down = Runde auf: Das letzte Fenster ragt über den Rand, ins Padding.
output-size-no-padding = Das ist ohne Padding.
output-size-no-padding-nor-first = Das ist ohne Padding und ohne das erste Fenster.
output-size-no-first = Du hast das erste Fenster vergessen: Es gibt ein Fenster mehr als Schritte.
output-size-over-the-last-rows = Bei den letzten Zeilen passt das Fenster nicht mehr.
output-size-with-padding = Das ist mit Padding. Hier darf das Fenster nicht über den Rand ragen.
output-size-as-before = Das sind so viele Zeilen wie vorher. Das Fenster passt aber nicht überall.
output-size-hint-positions = Wo kann die erste Zeile des Fensters liegen? Zähle diese Positionen in Schritten der Schrittweite.
output-size-hint-formula = Mit Padding "same" ist es Zeilen / Schrittweite, aufgerundet; sonst (Zeilen - Kern) / Schrittweite, abgerundet, plus 1.

parameters-title = wie viele Parameter eine Schicht hat
parameters-question-filters = Die Schicht `{ $layer }` hat { $outputs ->
    [one] { $outputs } Filter
   *[other] { $outputs } Filter
}. Jeder liest ein { $window }-Fenster aus { $inputs ->
    [one] { $inputs } Kanal
   *[other] { $inputs } Kanälen
} und hat { $biases ->
    [0] keinen Bias
   *[other] einen Bias
}. Wie viele Parameter hat die Schicht?
parameters-question-units = Die Schicht `{ $layer }` hat { $outputs ->
    [one] { $outputs } Einheit
   *[other] { $outputs } Einheiten
}. Jede liest { $inputs ->
    [one] { $inputs } Eingabe
   *[other] { $inputs } Eingaben
} und hat { $biases ->
    [0] keinen Bias
   *[other] einen Bias
}. Wie viele Parameter hat die Schicht?
parameters-solution-filters = { $biases ->
    [0] { $outputs } x { $product } Gewichte und keine Biases: { $weights } + { $biases } = { $count }.
   *[other] { $outputs } x { $product } Gewichte und ein Bias für jeden Filter: { $weights } + { $biases } = { $count }.
}
parameters-solution-units = { $biases ->
    [0] { $outputs } x { $inputs } Gewichte und keine Biases: { $weights } + { $biases } = { $count }.
   *[other] { $outputs } x { $inputs } Gewichte und ein Bias für jede Einheit: { $weights } + { $biases } = { $count }.
}
parameters-rule = Zähle die Gewichte eines Ausgangs und wie viele Ausgänge es gibt.
parameters-no-biases = Du hast die Biases vergessen.
parameters-one-bias = Es gibt nicht einen Bias für alle zusammen, sondern einen für jeden Ausgang.
parameters-no-channels = Du hast vergessen, dass jeder Filter Gewichte für jeden Kanal hat, den er liest.
parameters-one-filter = Das ist nur ein Filter. Wie viele gibt es?
parameters-no-window = Du hast die Größe des Fensters vergessen.
parameters-sum = Jeder Ausgang hat ein Gewicht für jede Eingabe: Multipliziere die beiden Anzahlen.
parameters-hint-one-output = Wie viele Gewichte hat ein einzelner Ausgang?
parameters-hint-weights = { $weights ->
    [one] Ein einzelner Ausgang hat { $weights } Gewicht.
   *[other] Ein einzelner Ausgang hat { $weights } Gewichte.
}

flatten-index-title = wohin Flatten einen Wert schreibt
flatten-index-question = `{ $flatten }` schreibt alle Werte von `{ $layer }` ({ $rows } Zeilen, { $columns } Spalten, { $channels } Kanäle) hintereinander: Zeile für Zeile, innerhalb einer Zeile Spalte für Spalte, und alle Kanäle einer Position zusammen. Zu welcher Einheit, ab 0 gezählt, wird `{ $layer }`, Kanal { $channel }, Zeile { $row }, Spalte { $column }?
flatten-index-solution = ({ $row } x { $columns } + { $column }) x { $channels } + { $channel } = { $unit }: Der Kanal wechselt am schnellsten, dann die Spalte.
flatten-index-rule = Zähle die Werte, die davor kommen.
flatten-index-from-one = Einheiten werden ab 0 gezählt, nicht ab 1.
flatten-index-channel-by-channel = Du bist Kanal für Kanal vorgegangen. Alle Kanäle einer Position bleiben aber zusammen.
flatten-index-column-by-column = Du bist Spalte für Spalte vorgegangen. Die Zeilen kommen zuerst.
flatten-index-no-channels = Du hast die Kanäle vergessen: Jede Position der Karte hat sie alle.
flatten-index-no-rows = Jede Zeile davor zählt mit allen Spalten: Multipliziere die Zeile mit der Anzahl der Spalten.
flatten-index-hint-row = Wie viele Werte hat eine ganze Zeile, mit allen Kanälen?
flatten-index-hint-above = { $count ->
    [one] { $count } Wert liegt in den Zeilen darüber.
   *[other] { $count } Werte liegen in den Zeilen darüber.
}

dense-contribution-title = welche von vier Eingaben am meisten zu einer Dense-Einheit beiträgt
dense-contribution-question = Einheit { $unit } von `{ $layer }` multipliziert den Wert jeder der { $count } Einheiten von `{ $below }` mit einem Gewicht und addiert die Produkte. Hier sind vier dieser Einheiten. Welche trägt am meisten zur Summe bei? Antworte mit ihrer Nummer.
dense-contribution-solution = Einheit { $best }: Die Produkte sind { $products }, und ihres, { $largest }, ist das größte.
dense-contribution-rule = Wähle eine von { $units }.
dense-contribution-largest-value = Sie hat den größten Wert, aber das Gewicht zählt auch: Multipliziere beide.
dense-contribution-largest-weight = Sie hat das größte Gewicht, aber der Wert zählt auch: Multipliziere beide.
dense-contribution-other = Das Produkt von Einheit { $unit } ist nicht das größte.
dense-contribution-hint-multiply = Multipliziere jeden Wert mit seinem Gewicht.
dense-contribution-hint-negative = Ein negatives Produkt verkleinert die Summe.
dense-contribution-table = Vier Eingaben von Einheit { $unit }
dense-contribution-unit = Einheit
dense-contribution-value = Wert
dense-contribution-weight = Gewicht
surgery-task-title = ein Logit, nachdem eine Einheit stummgeschaltet wurde
surgery-task-question = Bei Einheit { $unit } von `{ $layer }` ergeben die Produkte und ihr Bias zusammen { $before }. Eines der Produkte gehört zu Einheit { $silenced } von `{ $below }`. Wie groß wird die Summe, wenn diese Einheit stummgeschaltet wird, ihr Wert also 0 ist? { $decimals }
surgery-task-solution = Das Produkt { $value } · { $weight } = { $product } fehlt, alles andere bleibt: { $before } - ({ $product }) = { $after }.
surgery-task-rule = Zieh ab, was die Einheit zur Summe beiträgt.
surgery-task-added = Ist die Einheit stummgeschaltet, fehlt das Produkt: Zieh es ab, statt es zu addieren.
surgery-task-product-alone = Das ist der Beitrag der Einheit. Zieh ihn von der Summe ab.
surgery-task-without-weight = Der Wert geht mit seinem Gewicht multipliziert in die Summe ein.
surgery-task-without-value = Das Gewicht geht mit dem Wert multipliziert in die Summe ein.
surgery-task-unchanged = Die Summe ändert sich, denn bisher ist das Produkt der stummgeschalteten Einheit nicht 0.
surgery-task-all-silenced = Nur eine Einheit wird stummgeschaltet: Die Produkte aller anderen und der Bias bleiben.
surgery-task-hint-zero = Ein Wert von 0, mit irgendeinem Gewicht multipliziert, trägt 0 bei.
surgery-task-hint-product = Multipliziere Wert und Gewicht: So viel trägt die Einheit bisher bei.
surgery-task-table = Die Einheit von `{ $below }`, die stummgeschaltet wird, und ihr Gewicht zu Einheit { $unit } von `{ $layer }`

neighbours-title-of-exercise = wie weit zwei Ziffern voneinander entfernt sind
neighbours-question = Um die bekannten Ziffern zu finden, die deiner am ähnlichsten sind, werden die Werte verglichen, die das Netz für beide berechnet. Wie weit ist deine Ziffer von einer bekannten { $label } entfernt, wenn nur zwei Einheiten von `{ $layer }` zählen? Gib den euklidischen Abstand an. { $decimals }
neighbours-solution = Die Differenzen sind { $first } und { $second }, ihre Quadrate ergeben zusammen { $squares }, und die Wurzel daraus ist { $distance }.
neighbours-rule = Bilde für jede Einheit die Differenz der Werte, quadriere beide Differenzen, addiere sie und zieh die Wurzel.
neighbours-without-root = Das ist die Summe der Quadrate. Der Abstand ist die Wurzel daraus.
neighbours-sum-of-differences = Quadriere jede Differenz, bevor du sie addierst, und zieh dann die Wurzel.
neighbours-one-unit = Das ist die Differenz einer einzigen Einheit. Für den Abstand zählen beide Einheiten zusammen.
neighbours-hint-rule = Die beiden Einheiten sind zwei Achsen im rechten Winkel: Denk an Pythagoras.
neighbours-hint-squares = Die Quadrate der Differenzen ergeben zusammen { $squares }.
neighbours-table = Werte von `{ $layer }`
neighbours-digit = Ziffer
neighbours-own-digit = deine Ziffer
neighbours-other-digit = eine bekannte { $label }
neighbours-unit = Einheit { $unit }

softmax-title = eine Wahrscheinlichkeit aus drei Logits
softmax-question = Softmax macht aus Logits Wahrscheinlichkeiten. Wenn es nur diese drei Klassen gäbe, welche Wahrscheinlichkeit hätte Klasse { $label }? Antworte mit zwei Nachkommastellen oder in Prozent; eine Abweichung von 0,01 ist in Ordnung.
softmax-solution = exp({ $logit }) ist { $power }, und die drei Exponentialwerte ergeben zusammen { $total }; der Quotient ist { $probability }.
softmax-rule = Teile den Exponentialwert des Logits dieser Klasse durch die Summe der drei Exponentialwerte.
softmax-not-divided = Du hast vergessen, durch die Summe aller drei Exponentialwerte zu teilen.
softmax-of-logits = Das ist der Anteil an der Summe der Logits. Berechne zuerst den Exponentialwert jedes Logits.
softmax-powers-of-two = Nimm Potenzen von e = 2,718..., nicht von 2.
softmax-other-class = Das ist die Wahrscheinlichkeit von Klasse { $label }.
softmax-hint-exponentials = Berechne exp(Logit) für jede Klasse. Welcher Anteil an der Summe gehört zu dieser Klasse?
softmax-hint-total = Die Exponentialwerte ergeben zusammen { $total }.
softmax-table = Logits
softmax-class = Klasse
softmax-logit = Logit
softmax-missing = Diese Aufgabe braucht ein Netz, das mit Softmax endet. Wähle eine andere Aufgabe oder nimm das mitgelieferte Netz.

no-gradient-for-exercise = Diese Aufgabe braucht ein Netz, das sich bis zu den Pixeln zurückverfolgen lässt. { $reason }
no-logits-for-exercise = Diese Aufgabe braucht ein Netz, das mit Softmax oder Sigmoid endet; dieses endet mit der Schicht { $layer }. Wähle eine andere Aufgabe oder nimm das mitgelieferte Netz.

attribution-task-title = wie stark vier Pixel für die Klasse sprechen, nach Gradient mal Eingabe
attribution-sum-question = Das Netz liest { $label }. Hier sind vier Pixel der Ziffer: ihre Tinte und der Gradient dort, der sagt, um wie viel das Logit von { $label } wächst, wenn das Pixel um 1 dunkler wird. Wie stark sprechen die vier zusammen für { $label }, nach Gradient mal Eingabe? { $decimals }
attribution-solution = Die Produkte sind { $products }; zusammen { $total }. Ein negatives spricht gegen { $label }.
attribution-rule = Multipliziere die Tinte jedes Pixels mit seinem Gradienten und addiere die vier Produkte.
attribution-without-ink = Du hast die Gradienten addiert. Die Tinte jedes Pixels zählt auch: Multipliziere zuerst mit ihr.
attribution-without-sign = Du hast das Minus weggelassen. Ein Pixel mit negativem Produkt spricht gegen { $label }, also verkleinert es die Summe.
attribution-mean = Das ist der Mittelwert der vier Produkte. Gefragt ist nach ihrer Summe.
attribution-of-sums = Du hast zuerst addiert und dann multipliziert. Multipliziere Pixel für Pixel und addiere die Produkte.
attribution-hint-multiply = Multipliziere die Tinte jedes Pixels mit seinem Gradienten.
attribution-hint-first = Das erste Produkt ist { $product }. Addiere alle vier mit ihren Vorzeichen.
attribution-table = Vier Pixel, mit dem Gradienten des Logits von { $label }
attribution-pixel = Zeile { $row }, Spalte { $column }
attribution-ink = Tinte
attribution-slope = Gradient

counterfactual-title = wie weit die Klasse auf Platz zwei zurückliegt, wenn ein Pixel volle Tinte bekommt
counterfactual-question = Das Netz liest { $best }; auf Platz zwei liegt { $second }. Das Pixel in Zeile { $row }, Spalte { $column } hat { $ink } Tinte. Würde es um 1 dunkler, so würde das Logit von { $second } laut Gradient um { $slope } gegenüber dem von { $best } aufholen. Wie weit liegt { $second } noch zurück, wenn das Pixel volle Tinte hat, also 1? { $decimals }
counterfactual-solution = { $gap } - { $slope } x { $room } = { $left }: der Rückstand von { $second } minus Gradient mal fehlende Tinte. Das Netz selbst sagt { $truth }, denn der Gradient gilt nur für kleine Änderungen. Um die Antwort zu ändern, braucht es ganze Striche.
counterfactual-rule = Zieh vom Rückstand der Klasse auf Platz zwei den Gradienten mal die fehlende Tinte ab.
counterfactual-gap-alone = Das ist der Rückstand, bevor das Pixel geändert wird.
counterfactual-without-room = Das Pixel hat schon { $ink } Tinte, also kann es nicht mehr um 1 dunkler werden.
counterfactual-ink-for-room = Du hast mit der Tinte multipliziert, die das Pixel hat, { $ink }. Es zählt aber die Tinte, die fehlt.
counterfactual-added = Was { $second } aufholt, verkleinert den Rückstand auf { $best }: Zieh es ab.
counterfactual-turned = Die Zahl stimmt, aber das Vorzeichen nicht: Der Rückstand von { $second } ist das Logit von { $best } minus das von { $second }.
counterfactual-hint-room = Das Pixel kann nur dunkler werden, bis seine Tinte 1 ist.
counterfactual-hint-gap = Vor der Änderung ist der Rückstand { $gap }.
counterfactual-table = Logits der beiden

answer-with-share = Antworte mit zwei Nachkommastellen oder in Prozent; eine Abweichung von 0,01 ist in Ordnung.
table-probability = Wahrscheinlichkeit
table-digits = Ziffern

logarithm-decimal = Das ist der Zehnerlogarithmus. Für den Verlust nimmt man den natürlichen, zur Basis e = 2,718...: np.log in Python, ln auf dem Taschenrechner.
logarithm-binary = Das ist der Logarithmus zur Basis 2. Für den Verlust nimmt man den natürlichen, zur Basis e = 2,718...: np.log in Python, ln auf dem Taschenrechner.
logarithm-sign = Das Vorzeichen stimmt nicht: Der Logarithmus einer Wahrscheinlichkeit ist negativ, und der Verlust ist minus dieser Logarithmus.

loss-title = der Verlust einer Antwort, aus ihren Wahrscheinlichkeiten
loss-question = Ein Netz gibt einer Ziffer diese Wahrscheinlichkeiten und allen anderen Klassen 0. Die richtige Klasse ist { $label }. Wie groß ist der Verlust dieser Antwort, ihre Kreuzentropie? Gemeint ist der natürliche Logarithmus. { $decimals }
loss-solution = Die richtige Klasse { $label } hat die Wahrscheinlichkeit { $chance }, und -ln({ $chance }) = { $loss }. Auf die anderen Wahrscheinlichkeiten kommt es nicht an.
loss-rule = Nimm den natürlichen Logarithmus der Wahrscheinlichkeit der richtigen Klasse und kehre sein Vorzeichen um.
loss-without-logarithm = Es fehlt ein Logarithmus: Der Verlust ist minus der natürliche Logarithmus der Wahrscheinlichkeit der richtigen Klasse.
loss-other-class = Das wäre der Verlust, wenn { $other } die richtige Klasse wäre.
loss-all-classes = Du hast alle Klassen genommen. Es zählt nur die Wahrscheinlichkeit der richtigen Klasse.
loss-hint-which = Nur eine der Wahrscheinlichkeiten zählt: die der richtigen Klasse.
loss-hint-logarithm = Die Wahrscheinlichkeit ist { $chance }. Nimm den natürlichen Logarithmus und kehre das Vorzeichen um.
loss-table = Was das Netz sagt

batch-loss-title = der Verlust eines kleinen Batches
batch-loss-question = Ein Batch enthält { $count } Ziffern. Zu jeder zeigt die Tabelle, welche Wahrscheinlichkeit das Netz ihrer richtigen Klasse gibt. Wie groß ist der Verlust des Batches, die mittlere Kreuzentropie? Gemeint ist der natürliche Logarithmus. { $decimals }
batch-loss-solution = Die Verluste sind { $losses }. Ihre Summe, geteilt durch { $count }, ist { $mean }.
batch-loss-rule = Nimm -ln von jeder Wahrscheinlichkeit, addiere alles und teile durch die Anzahl der Ziffern.
batch-loss-sum = Das ist die Summe der Verluste. Teile sie durch die { $count } Ziffern.
batch-loss-of-mean = Das ist der Verlust der mittleren Wahrscheinlichkeit. Nimm zuerst den Logarithmus jeder Wahrscheinlichkeit und erst am Ende den Mittelwert.
batch-loss-without-logarithm = Es fehlt ein Logarithmus: Der Verlust einer Ziffer ist minus der natürliche Logarithmus ihrer Wahrscheinlichkeit.
batch-loss-median = Das ist der Median der Verluste. Der Verlust eines Batches ist ihr Mittelwert.
batch-loss-worst = Das ist der größte der Verluste. Der Verlust eines Batches ist der Mittelwert von allen.
batch-loss-hint-each = Wie groß ist der Verlust jeder einzelnen Ziffer?
batch-loss-hint-losses = Die Verluste sind { $losses }. Was ist ihr Mittelwert?
batch-loss-table = Wahrscheinlichkeiten der richtigen Klassen
batch-loss-digit = Ziffer

loss-slope-title = die Steigung einer Verlustkurve, aus zwei nahen Verlusten
loss-slope-question = Ein Gewicht eines Netzes wurde ein wenig verändert, sonst nichts. Wie groß ist die Steigung des Verlusts zwischen den beiden Werten des Gewichts? Sie ist negativ, wenn der Verlust fällt, während das Gewicht wächst. { $decimals }
loss-slope-solution = Der Verlust ändert sich um { $change }, während das Gewicht um { $step } wächst: { $change } / { $step } = { $slope }. { $falls ->
    [yes] Der Verlust fällt, während das Gewicht wächst. Also macht ein Schritt des Gradientenabstiegs das Gewicht größer.
   *[no] Der Verlust steigt, während das Gewicht wächst. Also macht ein Schritt des Gradientenabstiegs das Gewicht kleiner.
}
loss-slope-rule = Teile die Änderung des Verlusts durch die Änderung des Gewichts.
loss-slope-sign = Das Vorzeichen stimmt nicht. { $falls ->
    [yes] Der Verlust fällt, während das Gewicht wächst, also ist die Steigung negativ.
   *[no] Der Verlust steigt, während das Gewicht wächst, also ist die Steigung positiv.
}
loss-slope-not-divided = Um so viel ändert sich der Verlust. Teile durch { $step }, die Änderung des Gewichts.
loss-slope-multiplied = Du hast beide Änderungen miteinander multipliziert. Teile die Änderung des Verlusts durch die des Gewichts.
loss-slope-turned = Das ist umgekehrt: Teile die Änderung des Verlusts durch die des Gewichts.
loss-slope-hint-change = Um wie viel ändert sich der Verlust, und um wie viel das Gewicht? Ziehe die erste Zeile von der zweiten ab.
loss-slope-hint-both = Der Verlust ändert sich um { $change }, das Gewicht um { $step }.
loss-slope-table = Zwei Punkte der Verlustkurve
curves-loss = Verlust

step-direction-title = welches von vier Gewichten in einem Schritt am meisten wächst
step-direction-question = Das sind vier Gewichte und der Gradient des Verlusts an jedem von ihnen. Ein Schritt des Gradientenabstiegs ändert alle vier. Welches Gewicht wächst am meisten? Antworte mit seiner Nummer.
step-direction-solution = Gewicht { $best }: Sein Gradient { $gradient } ist der niedrigste. Ein Schritt geht gegen den Gradienten, also lässt ein negativer Gradient das Gewicht wachsen.
step-direction-rule = Wähle eine Nummer von 1 bis { $last }.
step-direction-uphill = Dieses Gewicht wird kleiner. Ein Schritt geht gegen den Gradienten, bergab: Bei positivem Gradienten fällt das Gewicht.
step-direction-largest-weight = Das ist das größte Gewicht vor dem Schritt. Wie weit sich ein Gewicht bewegt, hängt von seinem Gradienten ab.
step-direction-less = Dieses Gewicht wächst, aber ein anderes wächst mehr.
step-direction-hint-sign = Ein Schritt zieht den Gradienten ab, multipliziert mit der Lernrate. Wann wächst ein Gewicht?
step-direction-hint-size = Suche unter den negativen Gradienten. Je weiter unter 0, desto größer der Schritt.
step-direction-table = Vor dem Schritt
step-direction-number = Nummer

gradient-step-title = ein Gewicht nach einem Schritt des Gradientenabstiegs
gradient-step-question = Ein Gewicht ist { $weight }, der Gradient des Verlusts dort ist { $gradient }, und die Lernrate ist { $rate }. Wie groß ist das Gewicht nach einem Schritt des Gradientenabstiegs? { $decimals }
gradient-step-solution = { $weight } - { $rate } x ({ $gradient }) = { $after }.
gradient-step-rule = Ziehe Lernrate mal Gradient vom Gewicht ab.
gradient-step-uphill = Das Vorzeichen stimmt nicht: Du bist bergauf gegangen, wo der Verlust größer ist. Ziehe Lernrate mal Gradient ab.
gradient-step-without-rate = Du hast die Lernrate vergessen: Multipliziere zuerst den Gradienten mit ihr.
gradient-step-alone = Das ist nur der Schritt. Wie groß ist das Gewicht danach?
gradient-step-without-gradient = Du hast den Gradienten vergessen: Die Lernrate wird mit ihm multipliziert.
gradient-step-divided = Du hast durch die Lernrate geteilt. Multipliziere den Gradienten mit ihr.
gradient-step-of-weight = Lernrate mal Gradient wird vom Gewicht abgezogen, egal wie groß es ist: Multipliziere nicht mit dem Gewicht.
gradient-step-hint-against = Ein Schritt geht gegen den Gradienten. Wie lang er ist, bestimmen Lernrate und Gradient zusammen.
gradient-step-hint-product = Lernrate mal Gradient ist { $product }.

learning-rate-title = die größte Lernrate, mit der der Verlust noch fällt
learning-rate-question = Der Verlust zu einem Gewicht w ist { $half } x w², also ist sein Gradient { $steepness } x w. Das Training beginnt bei w = { $start }, und jeder Schritt zieht Lernrate mal Gradient ab. Welche ist die größte dieser Lernraten, mit der der Verlust fällt? Antworte mit der Lernrate.
learning-rate-solution = { $best }: Der erste Schritt führt von { $start } nach { $after }, also näher an das Minimum bei 0. Mit { $next } führt er nach { $beyond }, weiter weg als vorher, und jeder weitere Schritt macht es schlimmer.
learning-rate-rule = Wähle eine aus der Tabelle. Gehe mit jeder einen Schritt und vergleiche die Abstände von 0.
learning-rate-diverges = Mit { $rate } führt der erste Schritt nach { $after }, weiter weg vom Minimum bei 0 als vorher: Der Verlust wächst, und jeder weitere Schritt macht es schlimmer.
learning-rate-not-largest = Mit { $rate } führt der erste Schritt nach { $after }, und der Verlust fällt. Aber auch mit einer größeren von diesen fällt er: w darf über das Minimum springen, wenn es näher an ihm landet als vorher.
learning-rate-hint-step = Der Gradient am Anfang ist { $steepness } x ({ $start }). Wohin führt der erste Schritt mit jeder Lernrate?
learning-rate-hint-nearer = Der Verlust fällt, wenn w nach dem Schritt näher an 0 ist als { $start }, egal auf welcher Seite.
learning-rate-table = Lernraten zur Auswahl
learning-rate-name = Lernrate

softmax-gradient-title = der Gradient des Verlusts nach einem Logit
softmax-gradient-question = Ein Netz endet in Softmax, und sein Verlust ist die Kreuzentropie. Es gibt einer Ziffer diese Wahrscheinlichkeiten, und die richtige Klasse ist { $label }. Wie groß ist der Gradient des Verlusts nach dem Logit der Klasse { $asked }? { $decimals }
softmax-gradient-solution = Der Gradient ist die Wahrscheinlichkeit minus das Ziel, und das Ziel ist 1 für die richtige Klasse { $label } und 0 für alle anderen. Für Klasse { $asked }: { $chance } - { $target } = { $gradient }.
softmax-gradient-rule = Ziehe das Ziel von der Wahrscheinlichkeit dieser Klasse ab.
softmax-gradient-sign = Das Vorzeichen stimmt nicht. Der Gradient ist die Wahrscheinlichkeit minus das Ziel: negativ für die richtige Klasse, deren Logit wachsen soll, und positiv für alle anderen.
softmax-gradient-target = Du hast das falsche Ziel genommen: Es ist 1 für die richtige Klasse und 0 für jede andere.
softmax-gradient-other-logit = Das ist der Gradient nach dem Logit der richtigen Klasse { $label }.
softmax-gradient-of-softmax = So ändert sich die Wahrscheinlichkeit selbst mit ihrem Logit. Gefragt ist nach dem Verlust.
softmax-gradient-by-probability = Das ist der Gradient nach der Wahrscheinlichkeit der richtigen Klasse. Zwischen ihr und dem Logit liegt noch Softmax.
softmax-gradient-loss = Das ist der Verlust selbst. Sein Gradient sagt, wie er sich mit dem Logit ändert.
softmax-gradient-zero = Der Verlust hängt auch von diesem Logit ab: Softmax teilt durch die Summe über alle Klassen.
softmax-gradient-hint-wish = Wie groß sollte die Wahrscheinlichkeit dieser Klasse sein, wenn die Antwort perfekt wäre? Das ist ihr Ziel.
softmax-gradient-hint-target = Das Ziel der Klasse { $asked } ist { $target }. Ziehe es von der Wahrscheinlichkeit ab.

backprop-dense-title = der Gradient eines Gewichts einer Dense-Einheit
backprop-dense-question = Eine Dense-Einheit multipliziert { $count } Eingaben mit ihren Gewichten und addiert die Produkte und einen Bias. Backpropagation hat ergeben, dass der Gradient des Verlusts nach dieser Summe { $error } ist. Wie groß ist der Gradient nach dem Gewicht von Eingabe { $number }? { $decimals }
backprop-dense-solution = Wenn das Gewicht um 1 wächst, wächst die Summe um die Eingabe, { $value }. Also ist der Gradient { $error } x { $value } = { $gradient }.
backprop-dense-rule = Multipliziere den Gradienten der Summe mit dem Wert der Eingabe dieses Gewichts.
backprop-dense-of-input = Du hast mit dem Gewicht multipliziert. Das ist der Gradient der Eingabe, der an die Schicht darunter weitergeht.
backprop-dense-of-bias = Das ist der Gradient der Summe, und auch der des Bias. Die Eingabe des Gewichts zählt ebenfalls.
backprop-dense-without-error = So ändert sich die Summe mit dem Gewicht. Nach der Kettenregel wird das mit dem Gradienten der Summe multipliziert.
backprop-dense-sign = Das Vorzeichen stimmt nicht. Gefragt ist nach dem Gradienten, nicht nach dem Schritt gegen ihn.
backprop-dense-step = Du hast schon einen Schritt gemacht, mit der Lernrate 1. Gefragt ist nur nach dem Gradienten.
backprop-dense-with-weight = Du hast auch noch mit dem Gewicht multipliziert. Nur der Gradient der Summe und die Eingabe zählen.
backprop-dense-all-inputs = Du hast alle Eingaben genommen. Nur die eigene Eingabe des Gewichts zählt.
backprop-dense-hint-grow = Wenn dieses Gewicht um 1 wüchse, um wie viel wüchse dann die Summe?
backprop-dense-hint-chain = Die Summe wüchse um { $value }. Die Kettenregel multipliziert das mit dem Gradienten der Summe.
backprop-dense-table = Die Eingaben der Einheit
backprop-dense-input = Eingabe

backprop-relu-title = welche Gradienten auf dem Rückweg durch ReLU kommen
backprop-relu-question = Auf dem Hinweg hat ReLU diese fünf Werte gelesen. Auf dem Rückweg kommt an jeder seiner Ausgaben ein Gradient des Verlusts an, und ReLU gibt ihn an die Eingabe weiter oder hält ihn auf. Wie groß ist die Summe der fünf Gradienten an den Eingaben? { $decimals }
backprop-relu-solution = ReLU gibt die Gradienten dort weiter, wo seine Eingabe positiv war: { $passing }. Ihre Summe ist { $total }.
backprop-relu-rule = Behalte einen Gradienten unverändert, wo der Wert vor ReLU positiv ist; sonst nimm 0.
backprop-relu-forgotten = Du hast alle Gradienten durchgelassen. Wo der Wert vor ReLU negativ ist, ändert sich die Ausgabe nicht mit ihm, und der Gradient ist 0.
backprop-relu-of-gradient = Du hast ReLU auf die Gradienten angewandt. Es zählt das Vorzeichen des Werts vor ReLU; auch negative Gradienten kommen durch.
backprop-relu-both = Du hast negative Gradienten weggelassen. Auch sie kommen durch, wo der Wert vor ReLU positiv ist.
backprop-relu-other-way = Es ist andersherum: Die Gradienten kommen dort durch, wo der Wert vor ReLU positiv ist.
backprop-relu-with-value = Du hast mit den Werten multipliziert. Die Steigung von ReLU ist 1 oder 0, also kommt ein Gradient unverändert durch oder gar nicht.
backprop-relu-forward = Das ist der Hinweg: die Summe der Werte nach ReLU. Gefragt ist nach den Gradienten.
backprop-relu-hint-slope = Welche Steigung hat ReLU bei einem positiven Wert, und welche bei einem negativen?
backprop-relu-hint-count = { $count ->
    [one] { $count } der fünf Gradienten kommt durch.
   *[other] { $count } der fünf Gradienten kommen durch.
}
backprop-relu-table = ReLU, hin und zurück
backprop-relu-value = vor ReLU

curves-table = Verluste nach jeder Epoche
curves-epoch = Epoche
curves-training = Trainingsziffern
curves-validation = Validierungsziffern

early-stopping-title = nach welcher Epoche man aufhören sollte
early-stopping-question = Ein Netz wurde zu lange trainiert. Die Tabelle zeigt seinen Verlust auf den Trainingsziffern und auf Validierungsziffern, aus denen es nicht lernt. Nach welcher Epoche hätte es aufhören sollen, um neue Ziffern am besten zu lesen? Antworte mit der Nummer der Epoche.
early-stopping-solution = Nach Epoche { $best } ist der Verlust auf den Validierungsziffern am kleinsten, { $least }. Später fällt nur noch der Verlust auf den Trainingsziffern: Das ist Überanpassung.
early-stopping-rule = Wähle eine Epoche von 1 bis { $last }.
early-stopping-training = Dort ist der Verlust auf den Trainingsziffern am kleinsten. Wie gut neue Ziffern gelesen werden, zeigen die Validierungsziffern.
early-stopping-gap = Dort liegen beide Verluste am nächsten beieinander, aber der Verlust auf den Validierungsziffern fällt danach noch.
early-stopping-early = Das ist zu früh: Der Verlust auf den Validierungsziffern fällt danach noch.
early-stopping-late = Das ist zu spät: Der Verlust auf den Validierungsziffern war vorher kleiner.
early-stopping-hint-which = Welcher der beiden Verluste sagt, wie gut neue Ziffern gelesen werden?
early-stopping-hint-least = Der kleinste Verlust auf den Validierungsziffern ist { $least }.

overfitting-gap-title = der Abstand der Verluste bei Überanpassung
overfitting-gap-question = Ein Netz wurde zu lange trainiert. Die Tabelle zeigt seinen Verlust auf den Trainingsziffern und auf Validierungsziffern, aus denen es nicht lernt. Um wie viel ist nach der letzten Epoche der Verlust auf den Validierungsziffern größer als auf den Trainingsziffern? { $decimals }
overfitting-gap-solution = { $validation } - { $training } = { $gap }. Nach der ersten Epoche war der Abstand { $first }: Das Netz hat immer mehr gelernt, was nur für die Trainingsziffern gilt.
overfitting-gap-rule = Ziehe den Verlust auf den Trainingsziffern von dem auf den Validierungsziffern ab, beide nach der letzten Epoche.
overfitting-gap-sign = Die Zahl stimmt, aber nicht ihr Vorzeichen: Der Verlust auf den Validierungsziffern ist der größere.
overfitting-gap-at-best = Das ist der Abstand dort, wo der Verlust auf den Validierungsziffern am kleinsten ist. Gefragt ist nach der letzten Epoche.
overfitting-gap-risen = Um so viel ist der Verlust auf den Validierungsziffern gestiegen, seit er am kleinsten war. Vergleiche ihn mit dem auf den Trainingsziffern.
overfitting-gap-first = Das ist der Abstand nach der ersten Epoche. Gefragt ist nach der letzten.
overfitting-gap-validation-alone = Das ist der Verlust auf den Validierungsziffern. Ziehe den auf den Trainingsziffern ab.
overfitting-gap-mean = Das ist der Mittelwert aller Abstände. Gefragt ist nach der letzten Epoche.
overfitting-gap-hint-row = Nur die letzte Zeile zählt.
overfitting-gap-hint-numbers = Die Verluste sind { $training } auf den Trainingsziffern und { $validation } auf den Validierungsziffern.

storage-title = wie viele Zahlen zum Lernen auf jeden Parameter kommen
storage-question = Ein Netz mit { $parameters ->
    [one] { $parameters } Parameter
   *[other] { $parameters } Parametern
} lernt aus { $pictures } Bildern mit je { $sides } Zahlen. Wie viele Zahlen der Bilder kommen auf jeden Parameter? Runde auf eine ganze Zahl oder gib zwei Nachkommastellen an.
storage-solution = { $pictures } x { $pixels } = { $numbers } Zahlen, geteilt durch { $parameters } Parameter: { $ratio }. Ein Parameter braucht 4 Byte, eine Zahl eines Bilds 1. So, wie sie sind, passten also höchstens { $fit } % der Bilder in die Parameter, selbst wenn diese sonst nichts täten.
storage-rule = Zähle die Zahlen in allen Bildern und teile durch die Anzahl der Parameter.
storage-turned = Du hast andersherum geteilt: Die Zahlen der Bilder werden durch die Parameter geteilt.
storage-pictures = Du hast die Anzahl der Bilder geteilt. Jedes Bild hat { $pixels } Zahlen.
storage-one-side = Du hast eine Seite eines Bilds genommen. Ein ganzes Bild hat { $pixels } Zahlen.
storage-not-divided = Das sind die Zahlen in allen Bildern. Teile sie durch die Anzahl der Parameter.
storage-difference = Du hast abgezogen. Wie viele auf jeden Parameter kommen, sagt eine Division.
storage-hint-picture = Ein Bild hat { $pixels } Zahlen. Wie viele haben alle Bilder zusammen?
storage-hint-numbers = Alle Bilder zusammen haben { $numbers } Zahlen.

groups-title = die Genauigkeit der Gruppe, die am häufigsten falsch gelesen wird
groups-question = Ein Netz wurde mit Einsen und Siebenen getestet, und diese wurden danach sortiert, wie sie geschrieben sind. Welche Gruppe liest das Netz, gemessen an ihrer Größe, am häufigsten falsch? Antworte mit der Genauigkeit dieser Gruppe: dem Anteil ihrer Ziffern, die richtig gelesen werden. { $share }
groups-solution = Die schlechteste Gruppe: { $group }. Von { $size } werden { $right } richtig gelesen: { $share }. Über alle Ziffern ist die Genauigkeit { $overall } und verbirgt das, weil die Gruppe klein ist.
groups-rule = Teile für jede Gruppe die richtig gelesenen Ziffern durch alle Ziffern der Gruppe und nimm den kleinsten Anteil.
groups-most-misread = Diese Gruppe ({ $group }) hat die meisten falsch gelesenen Ziffern, ist aber auch viel größer. Teile durch die Größe jeder Gruppe.
groups-overall = Das ist die Genauigkeit über alle Ziffern. Sie verbirgt, wie eine kleine Gruppe gelesen wird.
groups-mean = Das ist der Mittelwert der vier Genauigkeiten. Gefragt ist nach der schlechtesten Gruppe.
groups-misread-share = Das ist der Anteil der falsch gelesenen Ziffern. Gefragt ist nach den richtig gelesenen.
groups-other = Das ist die Genauigkeit einer anderen Gruppe: { $group }. Eine kleinere ist darunter.
groups-hint-divide = Berechne die Genauigkeit jeder Gruppe: die richtigen, geteilt durch alle der Gruppe.
groups-hint-group = Die schlechteste Gruppe: { $group }.
groups-table = Wie die Ziffern jeder Gruppe gelesen werden
groups-name = Gruppe
groups-right = richtig
groups-plain-1 = einfache 1
groups-flag-1 = 1 mit Aufstrich
groups-plain-7 = einfache 7
groups-crossed-7 = 7 mit Querstrich

mixture-title = die Genauigkeit eines Netzes, wo man Ziffern anders schreibt
mixture-question = Die Tabelle sagt, wie ein Netz die Siebenen eines Tests gelesen hat. Jetzt wird es in einem Land benutzt, in dem { $percent } % der Siebenen einen Querstrich haben. Welche Genauigkeit bei Siebenen ist dort zu erwarten, wenn jede Gruppe so gut gelesen wird wie im Test? { $share }
mixture-solution = { $percent } % der Siebenen werden mit einer Genauigkeit von { $crossed } gelesen und { $rest } % mit { $plain }: zusammen { $expected }. Im Test waren es { $overall }: Eine Genauigkeit gehört zu den Ziffern, mit denen sie gemessen wurde.
mixture-rule = Berechne die Genauigkeit jeder Gruppe und gewichte beide nach ihrem Anteil an den neuen Siebenen.
mixture-of-the-test = Das ist die Genauigkeit im Test, in dem Siebenen mit Querstrich selten waren. Gewichte die Gruppen nach ihrem Anteil an den neuen Siebenen.
mixture-mean = Das ist der Mittelwert beider Genauigkeiten, als hätte die Hälfte der neuen Siebenen einen Querstrich.
mixture-swapped = Du hast die Anteile vertauscht: { $percent } % der neuen Siebenen haben einen Querstrich.
mixture-one-group = Das ist die Genauigkeit einer Gruppe. Die neuen Siebenen sind eine Mischung aus beiden.
mixture-hint-groups = Berechne zuerst die Genauigkeit jeder Gruppe für sich. Die ändert sich nicht.
mixture-hint-weigh = { $percent } % werden mit einer Genauigkeit von { $crossed } gelesen und { $rest } % mit { $plain }.

confusion-title = Recall oder Precision einer Ziffer, aus einer Verwechslungsmatrix
confusion-question = Die Tabelle zählt, wie oft ein Netz jede wahre Ziffer (eine Zeile) als welche Ziffer (eine Spalte) liest. Wie groß ist { $measure ->
    [recall] der Recall von { $label }: der Anteil der Ziffern der Klasse { $label }, die als { $label } gelesen werden
   *[precision] die Precision von { $label }: der Anteil der als { $label } gelesenen Ziffern, die zur Klasse { $label } gehören
}? { $share }
confusion-solution = { $measure ->
    [recall] In der Zeile von { $label } stehen { $total } Ziffern, und { $right } davon werden als { $label } gelesen: { $share }.
   *[precision] In der Spalte von { $label } stehen { $total } Ziffern, und { $right } davon gehören zur Klasse { $label }: { $share }.
}
confusion-rule = { $measure ->
    [recall] Teile die Zahl, bei der Zeile und Spalte { $label } sind, durch die Summe der Zeile.
   *[precision] Teile die Zahl, bei der Zeile und Spalte { $label } sind, durch die Summe der Spalte.
}
confusion-swapped = { $measure ->
    [recall] Du hast Zeilen und Spalten vertauscht: Das ist die Precision. Addiere für den Recall die Zeile von { $label }.
   *[precision] Du hast Zeilen und Spalten vertauscht: Das ist der Recall. Addiere für die Precision die Spalte von { $label }.
}
confusion-accuracy = Das ist die Genauigkeit über alle Ziffern. Sieh nur eine { $measure ->
    [recall] Zeile
   *[precision] Spalte
} an.
confusion-of-all = Du hast durch alle Ziffern der Tabelle geteilt. Teile durch die Summe einer { $measure ->
    [recall] Zeile
   *[precision] Spalte
}.
confusion-misread = Das ist der Anteil der falschen. Gefragt ist nach den richtigen.
confusion-of-others = Du hast durch die falschen geteilt. Teile durch alle, richtige und falsche zusammen.
confusion-other = Das Maß stimmt, aber für { $other } statt für die gefragte Ziffer.
confusion-hint-where = { $measure ->
    [recall] Alle Ziffern der Klasse { $label } stehen in einer Zeile.
   *[precision] Alle als { $label } gelesenen Ziffern stehen in einer Spalte.
}
confusion-hint-numbers = { $measure ->
    [recall] { $right } der { $total } Ziffern in der Zeile von { $label } werden als { $label } gelesen.
   *[precision] { $right } der { $total } Ziffern in der Spalte von { $label } gehören zur Klasse { $label }.
}
confusion-table = Wie oft jede Ziffer als welche gelesen wird
confusion-true = wahre Ziffer
confusion-read = gelesen als { $label }

calibration-title = wie weit Konfidenz und Genauigkeit auseinanderliegen
calibration-question = Ziffern sind nach der Konfidenz des Netzes in Bereiche eingeteilt. Wäre auf die Konfidenz Verlass, dann wäre sie in jedem Bereich gleich der Genauigkeit. Wie groß ist der erwartete Kalibrierungsfehler: der Mittelwert der Abstände zwischen beiden, in dem jeder Bereich nach der Anzahl seiner Ziffern zählt? { $share }
calibration-solution = Die Abstände sind { $gaps }. Jeder mit der Anzahl der Ziffern seines Bereichs multipliziert, addiert und durch alle Ziffern geteilt, ergibt das { $error }.
calibration-rule = Multipliziere den Abstand jedes Bereichs, ohne Vorzeichen, mit der Anzahl seiner Ziffern, addiere alles und teile durch alle Ziffern.
calibration-unweighted = Du hast alle Bereiche gleich gezählt. Ein Bereich mit mehr Ziffern zählt mehr.
calibration-signed = Bei dir heben sich Abstände mit verschiedenen Vorzeichen auf. Nimm den Betrag jedes Abstands, also ohne Vorzeichen.
calibration-largest = Das ist der größte Abstand. Gefragt ist nach dem Mittelwert über alle Ziffern.
calibration-sum = Das ist die Summe der Abstände. Jeder Bereich zählt nach seinem Anteil an den Ziffern.
calibration-accuracy = Das ist die Genauigkeit über alle Ziffern. Gefragt ist, wie weit sie von der Konfidenz entfernt ist, Bereich für Bereich.
calibration-confidence = Das ist die mittlere Konfidenz über alle Ziffern. Gefragt ist, wie weit sie von der Genauigkeit entfernt ist, Bereich für Bereich.
calibration-hint-gaps = Wie weit sind Konfidenz und Genauigkeit in jedem Bereich auseinander?
calibration-hint-weigh = Die Abstände sind { $gaps }. Multipliziere jeden mit der Anzahl der Ziffern seines Bereichs, addiere alles und teile durch { $total }.
calibration-table = Mittlere Konfidenz und Genauigkeit in jedem Bereich
calibration-name = Bereich
calibration-range = { $low } bis { $high }
calibration-mean = Konfidenz
calibration-right = Genauigkeit

attack-title = wie viel kleine Änderungen aller Pixel an einer linearen Bewertung ändern
attack-question = Eine Bewertung addiert Gewicht x Tinte über { $count } Pixel. Ein Angriff darf jedes Pixel um höchstens { $epsilon } dunkler oder heller machen. Um wie viel kann er die Bewertung höchstens erhöhen? { $decimals }
attack-solution = Jedes Pixel ändert sich um { $epsilon } in die Richtung des Vorzeichens seines Gewichts, sodass alle Produkte wachsen: { $epsilon } x { $total } = { $change }. Bei vielen Pixeln summieren sich Änderungen, die man nicht sieht.
attack-rule = Addiere die Gewichte ohne Vorzeichen und multipliziere mit der größten Änderung eines Pixels.
attack-without-sign = Du hast alle Pixel dunkler gemacht oder alle heller. Ein Pixel mit negativem Gewicht muss heller werden, damit die Bewertung wächst.
attack-without-epsilon = Das gilt für Änderungen um 1. Multipliziere mit der größten Änderung eines Pixels.
attack-one-pixel = Du hast ein Pixel geändert. Alle dürfen sich zugleich ändern.
attack-darker-only = Du hast Pixel nur dunkler gemacht. Die mit negativem Gewicht helfen auch, wenn sie heller werden.
attack-length = Du hast die Länge des Gewichtsvektors genommen, mit Quadraten und Wurzel. Jedes Pixel darf sich voll ändern, also addieren sich die Beträge der Gewichte.
attack-mean = Das ist der Mittelwert über die Pixel. Ihre Änderungen addieren sich.
attack-falls = Um so viel kann die Bewertung fallen. Gefragt ist, um wie viel sie wachsen kann.
attack-hint-direction = In welche Richtung muss sich jedes Pixel ändern, damit die Bewertung wächst? Achte auf das Vorzeichen seines Gewichts.
attack-hint-total = Ohne Vorzeichen ergeben die Gewichte zusammen { $total }.
attack-table = Gewichte der Bewertung
attack-pixel = Pixel

draw-uncertain-title = zeichne eine Ziffer, bei der das Netz unsicher ist
draw-uncertain-question = Zeichne eine Ziffer, die das Netz mit einer Wahrscheinlichkeit von { $low } bis { $high } % für { $wanted ->
    [8] eine 8
   *[other] eine { $wanted }
} hält.
draw-uncertain-right = Das Netz gibt der { $wanted } eine Wahrscheinlichkeit von { $share } %: Es kann sich nicht entscheiden.
draw-uncertain-too-sure = Das Netz gibt der { $wanted } eine Wahrscheinlichkeit von { $share } %: Das ist zu sicher. Nimm einen Teil weg oder füge einen Teil einer anderen Ziffer hinzu.
draw-uncertain-too-far = Das Netz gibt der { $wanted } nur eine Wahrscheinlichkeit von { $share } % und liest { $prediction ->
    [8] eine 8
   *[other] eine { $prediction }
} mit { $confidence } %. Mach deine Ziffer { $wanted ->
    [8] einer 8
   *[other] einer { $wanted }
} ähnlicher.
draw-uncertain-hint-begin = Beginne mit einer klaren { $wanted } und mach daraus Schritt für Schritt eine andere Ziffer, während du die Wahrscheinlichkeiten beobachtest.
draw-uncertain-hint-border = Nahe an der Grenze zwischen zwei Ziffern bewirken kleine Änderungen viel: Füge einen kurzen Strich hinzu, mach ihn rückgängig und probiere eine andere Länge.
draw-uncertain-solution = Es gibt viele: Zeichne etwas auf halbem Weg zwischen { $wanted ->
    [8] einer 8
   *[other] einer { $wanted }
} und einer Ziffer, die ihr ähnelt.

draw-other-title = ändere deine Ziffer, bis das Netz eine andere liest
draw-other-question-strokes = Deine Ziffer wird als { $was ->
    [8] 8
   *[other] { $was }
} gelesen. Behalte ihre Striche und füge weitere hinzu, bis sie mit einer Konfidenz von mindestens { $sure } % als andere Ziffer gelesen wird.
draw-other-question-picture = Deine Ziffer wird als { $was ->
    [8] 8
   *[other] { $was }
} gelesen. Ändere oder übermale sie, bis sie mit einer Konfidenz von mindestens { $sure } % als andere Ziffer gelesen wird.
draw-other-new-drawing = Das ist eine neue Zeichnung. Lass deine Striche, wie sie sind, und füge weitere hinzu.
draw-other-still = Es ist immer noch { $was ->
    [8] eine 8
   *[other] eine { $was }
}: Das Netz liest sie mit { $confidence } %.
draw-other-nearly = Fast: Sie wird als { $prediction ->
    [8] 8
   *[other] { $prediction }
} mit { $confidence } % gelesen, nötig sind aber mindestens { $sure } %.
draw-other-right = Es war { $was ->
    [8] eine 8
   *[other] eine { $was }
}, und jetzt liest das Netz { $prediction ->
    [8] eine 8
   *[other] eine { $prediction }
} mit { $confidence } %.
draw-other-hint-contained = In welcher Ziffer steckt deine? In der 4 und der 7 steckt eine 1, in der 8 eine 3 und in der 6 eine 5.
draw-other-hint-large-stroke = Ein Strich, der viel größer ist als die Ziffer, macht sie zu einem Detail einer anderen.
draw-other-solution = Jede Ziffer, in der deine steckt: Füge zum Beispiel eine geschlossene Schleife oder einen langen Strich nach unten hinzu.

draw-unframed-title = zeichne eine Ziffer, die ohne Einpassen falsch gelesen wird
draw-unframed-question = Zeichne { $wanted ->
    [8] eine 8
   *[other] eine { $wanted }
}, die das Netz mit Einpassen mit mindestens { $sure } % liest, aber für eine andere Ziffer hält, wenn die Zeichenfläche bloß verkleinert wird. Die Schalter des Explorers spielen keine Rolle: Beides wird ausprobiert.
draw-unframed-readings = Mit Einpassen liest das Netz { $framed ->
    [blank] ein leeres Blatt
    [8] eine 8 mit { $framed_confidence } %
   *[other] eine { $framed } mit { $framed_confidence } %
}, ohne { $unframed ->
    [blank] ein leeres Blatt
    [8] eine 8 mit { $unframed_confidence } %
   *[other] eine { $unframed } mit { $unframed_confidence } %
}.
draw-unframed-misread = { $readings } Beginne mit { $wanted ->
    [8] einer 8
   *[other] einer { $wanted }
}, die mit Einpassen richtig gelesen wird.
draw-unframed-needs-no-framing = { $readings } Zeichne sie kleiner oder weiter weg von der Mitte.
draw-unframed-hint-framing = Was gleicht das Einpassen aus? Wo du zeichnest, wie groß und mit wie breitem Pinsel.
draw-unframed-hint-corner = Zeichne sie in eine Ecke.
draw-unframed-solution = Eine kleine { $wanted } in einer Ecke der Zeichenfläche.
draw-unframed-no-drawing = Diese Aufgabe braucht eine Zeichnung, kein leeres Blatt und kein Bild. Zeichne auf die Zeichenfläche und prüfe dann noch einmal.

draw-line-title = zeichne eine Linie, auf die ein bestimmter Filter am stärksten anspricht
draw-line-question = Zeichne eine gerade Linie, auf die Filter { $filter } von `{ $layer }` am stärksten anspricht: Der größte Wert seiner Karte muss größer sein als der jeder anderen Karte.
draw-line-right = Filter { $filter } erreicht { $value }, mehr als jeder andere.
draw-line-other-filter = Filter { $filter } erreicht { $value }, aber Filter { $best } erreicht { $largest }.
draw-line-hint-kernel = Die Linie soll dort liegen, wo der Kern positiv ist, und nicht dort, wo er negativ ist.
draw-line-hint-angle = Mit einer Linie im Winkel von { $angle } Grad, gegen den Uhrzeigersinn von der Waagerechten aus, klappt es.
draw-line-solution = Eine Linie im Winkel von { $angle } Grad, gegen den Uhrzeigersinn von der Waagerechten aus.

## export

export-note-shipped = mitgeliefertes Netz, auf dieser Seite
export-needs-script = Ein Bild: Um zu zeichnen, öffne diese Seite in einem aktuellen Browser mit JavaScript.
still-note = Ein Bild dessen, was diese Zelle zuletzt gezeigt hat. Um damit zu arbeiten, führe das Notebook aus oder erzeuge eine Seite, in der Explorer des mitgelieferten Netzes ohne Python funktionieren: mnistviz export --notebook NOTEBOOK.ipynb OUT.html
export-still = Ein Explorer: die Ziffer, gelesen als { $digit } mit { $confidence }, und die Merkmalskarten jeder Schicht.
export-still-blank = Ein Explorer mit leerer Zeichenfläche.
export-still-covered = Eine Ziffer auf der Zeichenfläche. Was das Netz liest, ist verdeckt, bis du geschätzt hast.
export-network-unknown = Die Seite kann dieses Netz nicht ausführen. Sie kennt Ketten aus Faltungen, Pooling, Flatten und Dense-Schichten mit endlichen float32-Gewichten und den üblichen Aktivierungen; nimm ein solches Netz.
export-notebook-unreadable = Das Notebook { $path } lässt sich nicht lesen: { $reason }. Prüfe den Namen.
export-no-explorer = In { $path } ist kein Explorer des mitgelieferten Netzes zu finden. Führe das Notebook aus, speichere es und versuche es noch einmal.
lesson-folder-not-empty = Der Ordner { $folder } ist nicht leer. Wähle einen neuen, damit darin nichts verloren geht.
lesson-without-exercises = Ein Aufgabenblatt braucht mindestens eine Aufgabe jeder Art. Nimm --seeds 1 oder mehr.
lesson-sheet-title = # Aufgaben und Antworten
lesson-sheet-how = Nur für die Lehrkraft. Die Fragen beziehen sich auf die Zeichnung in `students/drawing.json`; die Zeile über jeder Frage erzeugt dieselbe Aufgabe. Eine Zeichnung ist richtig, wenn das Netz es sagt: Die Aufgabe prüft sie.
lesson-sheet-answer = **Antwort:** { $solution }
export-file-unwritable = Die Seite lässt sich nicht schreiben: { $error }. Wähle einen anderen Ordner oder Namen.

## plot

figure-first-maps = { $title }   die ersten { $shown } Karten
figure-most-probable = die { $shown } wahrscheinlichsten von { $count } Klassen
figure-layer = { $title }   [{ $low } .. { $high }]
figure-blank-paper = leeres Blatt
figure-prediction = { $prediction }: { $confidence }
figure-probabilities = Wahrscheinlichkeiten
figure-maximised = gefällt { $name }: { $value }
figure-maximised-share = Anteil des Anstiegs (%)
figure-maximised-value = Wert der Einheit
figure-patch = eine { $label }: { $value }
figure-attribution = Orange spricht dafür, Violett dagegen; bis { $high }
figure-deletion = Wahrscheinlichkeit, { $question }: im Mittel { $area }; zufällig { $random }
figure-deleted-by-map = in der Reihenfolge der Karte gelöscht
figure-deleted-at-random = zufällig gelöscht
figure-deleted-ink = gelöschte Tinte (% ihrer Pixel)
figure-receptive-field = rezeptives Feld in der Ziffer
figure-terms = { $part ->
    [value] Werte von { $layer }   [{ $low } .. { $high }]
    [weight] Gewichte   [{ $low } .. { $high }]
   *[product] Produkte   [{ $low } .. { $high }]
}
figure-strongest-products = { $count ->
    [one] das stärkste von 1 Produkt
   *[other] die stärksten von { $count } Produkten
}
figure-exponentials = Exponentialwerte, Summe { $total }
figure-compared-layer = { $title }: { $which }   [{ $low } .. { $high }]
figure-compared-difference = b - a   [{ $low } .. { $high }], { $relative } der Werte
figure-compared-digit = { $which }: { $reading }
figure-change = { $kind ->
    [add] { $amount } Pixel Tinte hinzugefügt
    [remove] { $amount } Pixel Tinte entfernt
   *[noise] Rauschen der Länge { $amount }   [{ $low } .. { $high }]
}
figure-history = wie die Antwort entstand: { $moments } von { $points } Momenten
figure-point = Punkte der Zeichnung
figure-probability = Wahrscheinlichkeit
figure-other-classes = alle anderen
figure-before = vorher
figure-after = nachher
figure-digit-map = { $count } mitgelieferte Ziffern, mit { $method }
figure-neighbours-digit = gelesen als { $label }
figure-neighbour = { $label }: { $distance }
figure-runner-up = auf Platz zwei { $label }: { $distance }
figure-neighbours-remark = Abstände der Werte von { $layer }. Von zehn echten Nachbarn sind { $kept } auch auf der Karte Nachbarn ({ $share }). Sie kann nicht sagen, wie weit Gruppen voneinander entfernt sind, und nahe Ziffern beweisen nicht, dass eine Antwort richtig ist.
figure-weight-loss = Gewicht { $value }   Verlust { $loss }   Steigung { $slope }
figure-loss = mittlerer Verlust

## evaluation

accuracy-of-other-classes = Das Netz hat { $classes } Klassen, aber die Genauigkeit wird an den Ziffern 0 bis 9 gezählt. Nimm ein Netz mit einer Klasse für jede Ziffer.
ranking-of-no-digit = Die Ziffer { $digit } gibt es nicht, also auch keine Rangliste dafür. Wähle eine von 0 bis 9, oder None für alle.
ranking-title = { $digit ->
    [all] Genauigkeit { $accuracy } mit allen Filtern von { $layer }; wenn je einer fehlt:
   *[one] Genauigkeit { $accuracy }, bei der { $digit } { $recall }, mit allen Filtern von { $layer }; wenn je einer fehlt:
}
ranking-head = { $digit ->
    [all] | Filter | Genauigkeit | Kosten |
   *[one] | Filter | Genauigkeit bei der { $digit } | Kosten | Genauigkeit | Kosten |
}

nothing-to-evaluate = Zum Messen gibt es { $digits } Ziffern und { $samples } Beispiele. Gib von beidem mindestens eins an; load_mnist() liefert Ziffern.
too-few-bins = Die Zahl der Bins (Teilbereiche) ist { $bins }. Nimm mindestens 1; üblich sind { $default }.
temperature-out-of-range = Die Temperatur ist { $temperature }. Nimm eine positive, endliche aus fit_temperature().
scores-and-labels-differ = Die Werte ({ $scores }) und die Labels ({ $labels }) passen nicht zusammen. Gib Werte (n, Klassen) für mindestens eine Ziffer an, und n ganzzahlige Labels 0..Klassen-1.
scores-not-finite = Unter den Werten ist NaN oder unendlich. Prüfe die Gewichte des Netzes.
measuring-test-digits = { $count ->
    [one] Eine Testziffer wird gemessen ...
   *[other] { $count } Testziffern werden gemessen ...
}
measuring-pen-digits = { $count ->
    [one] Eine Stiftziffer wird gemessen ...
   *[other] { $count } Stiftziffern werden gemessen ...
}
measuring-corruption = { $count ->
    [one] Störung { $name } wird an einer Ziffer gemessen ...
   *[other] Störung { $name } wird an { $count } Ziffern gemessen ...
}
measuring-non-digits = Zeichnungen, die keine Ziffern sind, werden gemessen ...
report-network = Netz: { $network }
report-test-digits = Testziffern: { $count }
report-pen-digits = Stiftziffern: { $count }
report-accuracy = Genauigkeit
report-errors = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler
}
report-calibration-error = erwarteter Kalibrierfehler
report-flagged = markiert (Fehlalarme)
report-class = Klasse
report-precision = Präzision
report-recall = Recall
report-count = Anzahl
report-confusion = Klasse (nach unten), gelesen als (nach rechts)
report-worst-errors = schlimmste Fehler
report-error = Ziffer { $index }: Klasse { $label }, gelesen als { $prediction } mit { $confidence }
report-corruptions = { $count ->
    [one] Genauigkeit bei Störungen, jede an einer Ziffer
   *[other] Genauigkeit bei Störungen, jede an { $count } Ziffern
}
report-non-digits = Zeichnungen ohne Ziffer: Anteil markiert, und Anteil unmarkiert mit einer Konfidenz ab { $confidence } gelesen
measuring-photos = { $count ->
    [one] Ein Foto wird gelesen ...
   *[other] { $count } Fotos werden gelesen ...
}
photos-measured = { $done } von { $total } Fotos gelesen.
photo-folder-missing = Den Ordner { $folder } gibt es nicht. Nenne den Ordner mit deinen Fotos.
photo-index-unreadable = { $path } lässt sich nicht lesen: { $error }. Speichere die Datei als CSV in UTF-8.
photo-index-without-columns = Die erste Zeile von { $path } ist „{ $columns }“. Nenne dort die Spalten: file,label oder file,label,kind,group.
photo-name-without-label = Der Name beginnt nicht mit der Ziffer auf dem Foto. Nenne die Datei LABEL_*, zum Beispiel 7_01.jpg.
photo-label-invalid = Das Label ist „{ $label }“. Nimm eine Ziffer 0..9.
no-photos = { $count ->
    [0] In { $folder } sind keine Fotos. Nenne sie LABEL_*.jpg, zum Beispiel 7_01.jpg, oder führe sie in index.csv mit den Spalten file,label auf.
    [one] Die einzige Datei in { $folder } ist nicht brauchbar. { $file }: { $reason }
   *[other] Keine der { $count } Dateien in { $folder } ist brauchbar. Die erste ist { $file }: { $reason }
}
report-photos = Fotos: { $count }
report-photos-all = alle
report-photos-count = Fotos
report-photos-right = richtig
report-photos-refused = abgelehnt
report-photos-flagged = markiert
report-photos-wrong-but-flagged = falsch, mark.
report-photos-silently-wrong = unbem. falsch
report-photos-median = Median
report-photos-percentile-95 = 95. Perzentil
report-photo-groups = { $count ->
    [one] Eine Gruppe
   *[other] Gruppen: die schlechtesten { $shown } von { $count }
}
report-photos-silent-errors = Unbemerkt falsch: { $count }
report-photo-error = { $file }: { $label }, gelesen als { $prediction } mit { $confidence }
report-photos-left-out = Ausgelassen: { $count }
figure-read-as = gelesen als
figure-class = Klasse
figure-accuracy = Genauigkeit
figure-accuracy-of = Genauigkeit { $accuracy }
figure-confidence = Konfidenz
figure-calibration-error = erwarteter Kalibrierfehler { $error }
figure-errors = { $count ->
    [one] 1 Fehler
   *[other] { $count } Fehler; die mit der höchsten Konfidenz zuerst
}
figure-error = { $label } als { $prediction }

## training

learning-rate-out-of-range = Die Lernrate ist { $value }. Nimm eine Zahl über 0 und höchstens 1; 0.002 ist ein guter Wert.
training-setting-out-of-range = Der Wert von { $name } ist { $value }. Nimm eine ganze Zahl von 1 bis 1.000.
augment-not-boolean = Der Wert von augment ist { $value }. Nimm True oder False.
unknown-subset = Der Wert von digits ist { $value }. Nimm 500, 5000 oder 'all'.
seed-out-of-range = Der Wert von seed ist { $value }. Nimm eine ganze Zahl ab 0.
training-already-started = { $state ->
    [paused] Das Training macht gerade Pause und kann nicht noch einmal starten. Mit resume() geht es weiter, mit stop() endet es.
   *[running] Das Training läuft schon und kann nicht noch einmal starten. Mit stop() endet es, mit wait() wartest du, bis es zu Ende ist.
}
training-diverged = { $batches ->
    [one] Der Verlust ist nach einem Batch { $loss }. Drück auf Reset und trainiere mit einer kleineren Lernrate.
   *[other] Der Verlust ist nach { $batches } Batches { $loss }. Drück auf Reset und trainiere mit einer kleineren Lernrate.
}
nothing-to-train = Das Modell { $name } hat keine Gewichte zum Trainieren: Alle Schichten sind eingefroren oder haben keine. Setze layer.trainable = True bei denen, die lernen sollen.
own-training-method = Die Klasse { $type } hat eine eigene Methode { $method }; ihr Training wäre anders, als der Trainer es zeigt. Trainiere sie mit fit(), oder gib ein Modell ohne diese Methode an.
unknown-loss = Das Modell ist mit dem Verlust { $name } kompiliert, den der Trainer nicht kennt. Kompiliere es mit sparse_categorical_crossentropy, categorical_crossentropy, binary_crossentropy oder mean_squared_error.
loss-of-more-outputs = Das Modell hat nur einen Ausgang, den der Verlust { $name } nicht trainieren kann. Kompiliere es mit binary_crossentropy, oder lass es mit Dense(2) enden.
model-of-other-classes = Das Modell unterscheidet { $classes } Klassen, die Daten haben aber { $needed }. Gib der letzten Dense-Schicht so viele Einheiten, wie es Klassen gibt, oder wähle andere Daten.
augmentation-of-other-pictures = Augmentierung verzerrt Handschrift, sie ist also nur für die Ziffern von MNIST. Lass augment weg, oder gib an, was load_mnist() liefert.
loss-reduction = Der Verlust { $name } des Modells hat die Reduktion { $reduction } und ist kein Mittelwert über den Batch. Lass die Reduktion weg.
optimizer-not-copied = Der Optimierer { $name } des Modells lässt sich aus seiner Konfiguration nicht kopieren. Lass sein get_config() alle Argumente seiner Klasse liefern, oder kompiliere das Modell mit einem Optimierer von Keras.
loss-cross-entropy = Kreuzentropie
loss-binary-cross-entropy = binäre Kreuzentropie
loss-squared-error = mittlerer quadratischer Fehler
loss-smoothed = { $loss } mit geglätteten Labels
loss-weighted = { $weight } × { $loss }
loss-with-penalty = { $loss } + Strafterm
training-option-too-small = Der Wert von { $name } ist { $value }. Nimm mindestens { $least }, oder lass die Option weg, dann gilt die Voreinstellung.
training-option-of-other-network = Die Option { $option } gehört nicht zu --network { $network }. Lass sie weg.
training-needs-pen = Die Stiftziffern fehlen. Nimm --pen pen_train.npz, oder trainiere mit --network ink den Tintenfinder.
training-also-needs-further = Die Option --also braucht --further. Ergänze sie, oder lass --also weg.
training-no-such-weights = Die Datei { $file } enthält keine Gewichte dieses Netzes. Gib mit --also Dateien von mnistviz train an, etwa cnn.keras.
too-few-training-digits = Der Trainingsteil hat { $count } Ziffern. Nimm ein MNIST mit mindestens { $least }, denn die letzten 5.000 sind für die Validierung.
folder-has-training = Im Ordner { $folder } liegt schon ein angefangenes Training. Setze es mit --resume fort, oder wähle einen anderen --folder.
training-options-changed = Das Training in { $folder } hat andere Werte für { $names }. Nimm diese Werte, um es fortzusetzen, oder wähle einen anderen --folder.
rendering-pen-digits = Stiftziffern werden gezeichnet: { $done } von { $total }, noch { $seconds } s
rendering-pictures = Bilder werden gezeichnet: { $done } von { $total }, noch { $seconds } s
asking-network = Das Netz wird gefragt, was es weiß: { $done } von { $total }, noch { $seconds } s
asking-teacher = Das Lehrernetz wird gefragt: { $done } von { $total }, noch { $seconds } s
training-teacher = Das Lehrernetz wird trainiert: { $parameters } Parameter, { $digits } Ziffern
training-network = Das Netz wird trainiert: { $parameters } Parameter, { $digits } Ziffern
training-ink-finder = Der Tintenfinder wird trainiert: { $parameters } Parameter, { $pictures } Bilder
training-stopped = Gestoppt. Mit --resume geht es weiter; der Stand liegt in { $folder }.
training-stopped-with-weights = Gestoppt. Weiter geht es mit den bisher besten Gewichten.
digit-map-outdated = Die Karte der mitgelieferten Ziffern gehört zu den früheren Gewichten. Ordne die Ziffern mit make digit-map neu an.
fitted-temperature = Temperatur: { $temperature }
accuracy-on-validation-digits = Validierungsziffern von MNIST: Genauigkeit { $accuracy }, Kalibrierfehler { $error }
accuracy-on-held-out-writers = Stiftziffern fremder Schreiber: Genauigkeit { $accuracy }, Kalibrierfehler { $error }
accuracy-on-test-digits = Testziffern von MNIST: Genauigkeit { $accuracy }, Kalibrierfehler { $error }

## command-line

command-description = Sieh einem Faltungsnetz zu, wie es Ziffern liest.
command-lab = die Notebooks in JupyterLab öffnen
command-predict = die Ziffern in Bilddateien lesen
command-export = einen Explorer, oder ein Notebook mit seinen Explorern, als Seite speichern, die kein Python braucht
command-lesson = den Ordner für eine Schulklasse anlegen, oder die Punkte prüfen, die sie abgegeben hat
command-lesson-export = Notebooks, Seiten ohne Python und ein Blatt mit den Lösungen der Aufgaben schreiben
command-lesson-scores = die Punkte aus Punktedateien ausgeben, wobei jede Antwort neu geprüft wird
lesson-option-folder = der neue Ordner
lesson-option-drawing = worum es in den Aufgaben auf dem Blatt geht: eine Datei, die explorer.save geschrieben hat
lesson-option-seeds = wie viele Aufgaben jeder Art auf dem Blatt stehen
lesson-option-files = Dateien, die mnistviz.save_scores geschrieben hat
lesson-scores-same = neu geprüft: genauso
lesson-scores-differ = neu geprüft: { $points }
lesson-scores-other-network = nicht neu geprüft: Es geht um ein anderes Netz
command-evaluate = das mitgelieferte Netz messen
command-train = das mitgelieferte Netz oder den Tintenfinder neu trainieren
lab-option-port = Port des Servers; ist er belegt, wird der nächste freie genommen
predict-option-files = PNG, JPEG, WEBP, GIF, BMP, oder TIFF ohne Kompression
predict-option-all = alle Ziffern jeder Datei lesen, von links nach rechts, Zeile für Zeile, statt nur die größte
predict-option-json = eine JSON-Liste statt Zeilen ausgeben
predict-option-figure = alle Merkmalskarten der zuletzt gelesenen Datei speichern
export-option-notebook = ein Notebook, das ausgeführt und gespeichert wurde; ohne das ist die Seite ein einzelner Explorer mit leerer Zeichenfläche
export-option-path = die Seite; eine vorhandene Datei wird ersetzt
evaluate-option-data = mnist.npz, eine CSV-Datei, ein Ordner mit IDX- oder CSV-Dateien, 'full' oder 'bundled' (wenn nichts angegeben ist)
evaluate-option-pen = Stiftziffern; gemessen werden die von Schreibern, die im Training nicht vorkamen
evaluate-option-photos = Fotos einzelner Ziffern, die LABEL_*.jpg heißen oder in index.csv stehen (file,label,kind,group); nur sie werden gemessen, außer mit --data, --pen oder --figures
evaluate-option-samples = Ziffern je Störung und Stärke (sonst: { $default })
evaluate-option-json = alle Ergebnisse als JSON speichern
evaluate-option-figures = Konfusionsmatrix, Zuverlässigkeit, Störungen und schlimmste Fehler als PNG speichern
train-option-network = was trainiert wird: das Netz, das Ziffern liest (wenn nichts angegeben ist), oder der Tintenfinder
train-options-of-network = mit --network { $network }
train-option-mnist = mnist.npz von Keras, eine CSV-Datei, oder ein Ordner mit IDX- oder CSV-Dateien
train-option-pen = pen_train.npz: Ziffern als Striche (nötig)
train-option-output = Ordner für die Dateien des Netzes (sonst: der des Pakets)
train-option-folder = Ordner, in dem der Stand gespeichert wird (sonst: { $default })
train-option-resume = mit dem Stand im Ordner weitermachen
train-option-further = das mitgelieferte Netz weiter trainieren, statt mit neuen Gewichten anzufangen: für Formen von Ziffern, die ihm fehlen
train-option-also = Keras-Dateien von Netzen wie dem mitgelieferten, etwa früheren: Mit --further werden ihre Antworten auf MNIST mit seinen eigenen und denen des Lehrers gemittelt
train-option-epochs = Durchgänge durch alle Ziffern oder Bilder (sonst: { $digits } bei Ziffern, { $ink } bei Tinte)
train-option-teacher-epochs = Durchgänge des Lehrernetzes, des größeren Netzes, von dem es lernt (sonst: { $default })
train-option-pen-digits = wie viele Stiftziffern gezeichnet werden (sonst: { $default })
train-option-non-digits = wie viele Zeichnungen ohne Ziffer gezeichnet werden (sonst: { $default })
train-option-pictures = wie viele Bilder gezeichnet werden (sonst: { $default })
train-option-processes = wie viele Prozesse Bilder zeichnen (sonst: { $default })
train-option-seed = Seed für alles Zufällige (sonst: { $default })
stopped = Gestoppt.
does-not-look-like-a-digit = sieht nicht wie eine Ziffer aus
several-digits-in-file = { $count } Ziffern gefunden, das ist die größte (--all liest alle)
figure-not-saved = Die Abbildung { $path } ließ sich nicht speichern: { $reason }
bundled-digits-were-trained-on = Mit den mitgelieferten Ziffern wurde das Netz trainiert, die Ergebnisse sind also zu gut. Miss es mit --data an anderen Ziffern.
nothing-will-be-flagged = Es wird nichts markiert: { $reason }
no-screen = Es gibt keinen Bildschirm. Öffne die Adresse unten in einem Browser.
starting-lab = JupyterLab startet mit { $notebook }. Mit Strg-C stoppst du es.
notebook-copied = { $name } wurde nach { $folder } kopiert.

## autosave

drawing-not-restored = mnistviz: Die Zeichnung in { $path } ließ sich nicht wiederherstellen: { $reason }
drawing-not-kept = mnistviz: Die Zeichnung ließ sich nicht in { $path } sichern: { $reason }

## language

no-such-language = Die Sprache { $code } gibt es in mnistviz nicht. Wähle eine von { $languages }.

## explorer

snapshot-blank = Zeichne eine Ziffer
snapshot-steps-off =
    Einpassen ohne
    { $steps }

upload-kinds = { $formats }, höchstens { $limit } MB
digit-title = Die Ziffer, die das Netz sieht
nothing-to-draw = Es gibt keinen Strich zu zeichnen. Die Zeichenfläche leerst du mit explorer.clear().
nothing-to-save = Die Zeichenfläche ist leer. Zeichne zuerst etwas.
no-such-sample = Das Beispiel { $index } gibt es nicht. Nimm eine ganze Zahl von 0 bis { $last }, den Platz in der Reihe der Beispiele.
picture-has-no-strokes = Auf der Zeichenfläche ist ein Bild, und das hat keine Striche zum Speichern. Zeichne zuerst etwas.

picture-without-history = Auf der Zeichenfläche ist ein Bild; es wurde nicht gezeichnet und hat keine früheren Momente. Zeichne zuerst etwas.
no-such-moment = Den Moment { $points } gibt es in dieser Zeichnung nicht. Nimm als Zahl der Punkte eine ganze Zahl von 0 bis { $most }, oder None für jetzt.
beside-this-drawing = diese Zeichnung
beside-kept-drawing = die gemerkte Zeichnung
beside-this-network = dieses Netz
beside-other-network = das andere Netz
edits-taken-back = Die Änderungen passen nicht mehr zum Netz, darum siehst du das Original. { $reason }
still-rendering = Der Explorer ist nach { $seconds } s noch nicht fertig. Warte länger.

## hosts

colab-widgets-off = Google Colab zeigt das nur mit seinem Manager für eigene Widgets live, und der ist ausgeschaltet. Führe `from google.colab import output; output.enable_custom_widget_manager()` aus, dann noch einmal diese Zelle.

## codec

codec-reserved-key = Im Header darf der Schlüssel { $keys } nicht stehen.
codec-dtype = Das Array { $name } hat den Typ { $dtype }. Nimm einen von diesen: { $dtypes }.

## trainer

kernels-title = { $count ->
    [one] Ein Kern { $rows }x{ $columns } der ersten Faltung
   *[other] { $count } Kerne { $rows }x{ $columns } der ersten Faltung
}
unit-weights-title = { $count ->
    [one] Die Gewichte der einen Einheit der ersten Dense-Schicht, Pixel für Pixel ({ $rows }x{ $columns })
   *[other] Die Gewichte von { $shown } der { $count } Einheiten der ersten Dense-Schicht, Pixel für Pixel ({ $rows }x{ $columns })
}
no-weights-to-show = Das Netz beginnt mit { $kind }, und dessen Gewichte sind keine Bilder. Lass es mit Conv2D beginnen, oder mit Flatten und Dense, dann siehst du, wie sie sich ändern.
training-not-over = Das Training ist nach { $seconds } s noch nicht zu Ende, sein Zustand: { $state }. Warte länger, oder ruf stop() auf.
snapshot-loss = Verlust, 0 bis { $most }
snapshot-accuracy = Genauigkeit, 0 bis 100 %
snapshot-weights = { $kind ->
    [none] ohne Bilder der Gewichte
    [units] Gewichte der ersten Einheiten
   *[kernels] Kerne der ersten Faltung
}
snapshot-state = { $batches ->
    [one] Ein Batch, { $state }; { $weights }
   *[other] { $batches } Batches, { $state }; { $weights }
}
snapshot-replay = { $batches ->
    [one] Ein Batch, { $state }; { $weights } nach Epoche { $epoch }
   *[other] { $batches } Batches, { $state }; { $weights } nach Epoche { $epoch }
}
replay-while-running = Frühere Gewichte lassen sich nicht zeigen, während das Training läuft. Halte es zuerst an.
epoch-not-kept = Die Gewichte nach Epoche { $epoch } sind nicht gespeichert; die nächsten gespeicherten: { $nearest }. In trainer.checkpoints stehen alle.

## weight-pusher

pusher-weight = Gewicht
pusher-rate = Lernrate
pusher-step = Ein Schritt bergab
pusher-words = { $kind ->
    [left] Gewicht { $value }, Verlust { $loss }, Steigung { $slope }: Bergab geht es nach links.
    [right] Gewicht { $value }, Verlust { $loss }, Steigung { $slope }: Bergab geht es nach rechts.
   *[flat] Gewicht { $value }, Verlust { $loss }, Steigung { $slope }: Hier ist die Kurve flach.
}
pusher-range = Der Schieberegler kann nicht von { $low } bis { $high } gehen, wenn das Gewicht { $value } ist. Gib zuerst das untere Ende an und ein Gewicht dazwischen.
pusher-too-far = Dieses Gewicht wäre zu groß, um noch etwas zu nützen, oder gar keine Zahl. Wähle ein anderes oder eine kleinere Lernrate.
pusher-picture = Die Kurve des Verlusts, das Gewicht darauf und die Steigung dort als gerade Linie.

## exercise-card

points-gained = { $score } von { $most } Punkten
points-to-win = { $worth } von { $most } Punkten zu holen

## page

kernel-ended = Der Notebook-Kernel dieser Zelle ist beendet. Führe die Zelle noch einmal aus.
no-answer = Der Notebook-Kernel antwortet nicht. Wenn er beschäftigt ist, warte; wenn diese Seite aus einem Notebook gespeichert wurde, hat sie keinen Kernel: Führe das Notebook aus, um zu zeichnen.
no-2d-canvas = Der Browser kann nicht auf einem Canvas zeichnen. Nimm eine aktuelle Version von Chrome, Firefox oder Safari.
range = { $low } .. { $high }
range-per-map = je Karte, höchstens { $low } .. { $high }
about = etwa { $value }
value-of-unit = { $layer }, Einheit { $unit }: { $value }
given-title = Das Bild, das das Netz sieht
value-of-pixel = { $layer }, Zeile { $row }, Spalte { $column }: { $value }
value-of-map = { $layer }, Kanal { $channel }, Zeile { $row }, Spalte { $column }: { $value }
map = { $layer }, Kanal { $channel }
picture-of-values = Bild
map-summary = { $map }: { $kind ->
    [picture] am hellsten
   *[map] am stärksten
} ({ $value }) { $down ->
    [0] oben { $across ->
        [0] links
        [2] rechts
       *[1] in der Mitte
    }
    [2] unten { $across ->
        [0] links
        [2] rechts
       *[1] in der Mitte
    }
   *[1] { $across ->
        [0] links in der Mitte
        [2] rechts in der Mitte
       *[1] in der Mitte
    }
}, { $run ->
    [row] entlang Zeile { $row }, Spalten { $first } bis { $last }
    [column] entlang Spalte { $column }, Zeilen { $first } bis { $last }
   *[spot] in Zeile { $row }, Spalte { $column }
}.
map-summary-extent = Werte mit demselben Vorzeichen, mindestens halb so groß, liegen in den Zeilen { $top } bis { $bottom } und den Spalten { $left } bis { $right }: { $share } von allen.
map-summary-zero = { $map }: überall 0.
summary-not-finite = { $name }: Einige Werte sind keine Zahlen, wie nach einem entgleisten Training.
strongest-of-maps = { $count } Karten, davon { $silent } überall 0. Die stärkste:
unit-and-value = Einheit { $unit } ({ $value })
unit-summary = { $name }: am größten { $largest }; am kleinsten { $smallest }; { $zeros } von { $count } sind 0.

## page: language

# The direction is ltr (from left to right) or rtl.

text-direction = ltr
percent = { $number } %

## page: exported page

export-title = mnistviz: eine Ziffer zeichnen und einem Netz zusehen
page-language = Sprache

## page: codec

codec-version = Die Nachricht hat Version { $received }, diese Seite liest Version { $version }. Lade die Seite neu.
codec-buffers = Die Nachricht hat { $count } Puffer statt 1.
codec-length = Die Nachricht hat { $received } Bytes; ihre Arrays brauchen { $needed }.
codec-unknown-dtype = Das Array { $name } der Nachricht hat einen unbekannten Typ: { $dtype }.
codec-array = { $received ->
    [none] Der Nachricht fehlt das Array { $name }.
   *[other] Die Nachricht hat ein Array { $name } vom Typ { $received } statt { $expected }.
}

## page in a notebook: trainer

start-training = Start
continue-training = Weiter
pause-training = Pause
resume-training = Fortsetzen
stop-training = Stopp
reset-training = Reset
training-state = { $state ->
    [ready] bereit
    [running] aktiv
    [paused] pausiert
    [finished] fertig
   *[stopped] gestoppt
}
trainer-learning-rate = Lernrate
own-learning-rate = wie kompiliert
trained-as-compiled = Das Modell ist kompiliert, darum trainiert es { $optimizer }. „Wie kompiliert“ behält dessen Lernrate oder Zeitplan; jede andere Wahl ersetzt sie.
trainer-batch-size = Batchgröße
training-digits = { $subject ->
    [digits] Ziffern
   *[pictures] Bilder
}
all-digits = alle
trainer-epochs = Epochen
trainer-augmentation = Augmentierung
no-augmentation = Die Bilder werden nicht verzerrt (augmentiert): Das gibt es nur bei den Ziffern von MNIST.
trainer-epoch = Epoche
epoch-of = Epoche { $done } von { $all }
no-epoch = Epoche –
trainer-batch = Batch
batch-of = Batch { $done } von { $all }
no-batch = Batch –
first-batch = Batch 0
trainer-loss = Verlust
trainer-accuracy = Genauigkeit
training-value = { $value ->
    [none] Training
   *[other] Training { $value }
}
validation-value = { $value ->
    [none] Validierung
   *[other] Validierung { $value }
}
curve-aloud = { $batches ->
    [one] { $name } nach einem Batch: Training { $training }, Validierung { $validation }
   *[other] { $name } nach { $batches } Batches: Training { $training }, Validierung { $validation }
}
not-known-yet = noch nicht bekannt
replay-epoch = Gewichte nach Epoche
present-weights = jetzige Gewichte
epoch-replayed = Epoche { $epoch }, Validierung { $accuracy }
show-present-weights = Zurück zu jetzt
some-epochs-kept = Die Gewichte werden alle { $distance } Epochen gespeichert, und nach der letzten.
no-epochs-kept = Die Gewichte dieses Netzes sind zu groß, um sie nach jeder Epoche zu speichern.
digit-with-maps = { $subject ->
    [digits] Ziffer, deren Karten du siehst
   *[pictures] Bild, das das Netz liest
}
show-maps-of = { $subject ->
    [digits] Karten einer { $digit } zeigen
   *[pictures] Ein Bild der Klasse { $digit } zeigen
}
read-as = gelesen als { $digit }, { $confidence }
map-enlarged = { $map }, vergrößert. Pfeiltasten lesen Werte vor, D beschreibt die Karte, Escape schließt.
close-enlarged-map = Vergrößerte Karte schließen
trainer-layer-keys = { $layer }. Pfeiltasten lesen Werte vor, Umschalt mit Pfeiltasten wechselt die Karte, Enter vergrößert sie, D beschreibt sie.
point-to-read-or-enlarge = Zeig auf einen Wert, um ihn zu lesen. Klick auf eine Karte, um sie zu vergrößern.
written-and-read = { $subject ->
    [digits] geschrieben ↓ gelesen als →
   *[pictures] gezeigt ↓ gelesen als →
}
digits-read-correctly = { $subject ->
    [digits] { $right } von { $total } Validierungsziffern sind richtig gelesen.
   *[pictures] { $right } von { $total } Validierungsbildern sind richtig gelesen.
}
training-aloud = Training { $state }, Epoche { $epoch } von { $epochs }
training-aloud-with-result = { $subject ->
    [digits] Training { $state }, Epoche { $epoch } von { $epochs }. Das Netz liest { $accuracy } der Validierungsziffern richtig.
   *[pictures] Training { $state }, Epoche { $epoch } von { $epochs }. Das Netz liest { $accuracy } der Validierungsbilder richtig.
}

## page in a notebook: exercise-card

exercise-your-answer = Deine Antwort
exercise-check = Prüfen
exercise-check-drawing = Zeichnung prüfen
exercise-hint = Tipp
exercise-show-answer = Lösung zeigen
exercise-guess-first = Was erwartest du? Antworte erst, oder lass dir einen Tipp geben. Wenn du „Lösung zeigen“ noch einmal drückst, siehst du sie, und die Aufgabe endet ohne Punkte.
verdict-right = ✓ Richtig.
verdict-wrong = ✗ Noch nicht.
verdict-hint = Tipp:
verdict-answer = Die Lösung:
verdict-refused = Das zählt nicht:

## page: panel

pad-keys = Zeichenfläche. Zeichne mit Maus, Finger oder Eingabestift. Oder: Pfeiltasten bewegen den Stift, mit Umschalt weiter; die Leertaste setzt ihn auf oder hebt ihn ab, Escape hebt ihn ab, Entf leert, Strg Z macht rückgängig.
pen-aloud = { $pen ->
    [down] Stift aufgesetzt bei { $x }, { $y }; { $reading }
   *[up] Stift bei { $x }, { $y }; { $reading }
}
strokes-title = Striche eintippen
strokes-how = Punkte als x,y von 0,0 (oben links) bis { $side },{ $side } (unten rechts), mit Leerzeichen dazwischen; nach einem Semikolon beginnt der nächste Strich.
strokes-field = Striche
strokes-draw = Zeichnen
strokes-invalid = { $point ->
    [none] Es gibt keinen Punkt zu zeichnen.
   *[other] Strich { $stroke }, Punkt { $point }: „{ $received }“ ist kein Punkt auf der Zeichenfläche.
} Tippe Punkte als x,y mit Zahlen von 0 bis { $side }, zum Beispiel 60,70 200,70; 130,70 110,230.
undo = Rückgängig
clear = Leeren
brush = Pinsel
pictures = Bilder
upload-picture = Bild hochladen
sample-of = Beispiel: eine { $digit }
own-sample = { $name }: Beispiel { $number }
samples = Beispiele
other-samples = andere
show-other-samples = andere: Andere Beispiele zeigen
file-too-large = Die Datei hat { $size } MB, höchstens { $limit } MB sind erlaubt. Mach sie kleiner und versuch es noch einmal.

## page: how the answer came about

history-title = wie die Antwort entstand
history-moment = Moment der Zeichnung
history-point = Punkt { $points } von { $total }
history-point-and-answer = Punkt { $points } von { $total }: { $answer }
history-answer = { $name }, { $confidence }
history-of-picture = Ein Bild wurde nicht hier gezeichnet, also ist nicht bekannt, wie es entstand. Zeichne etwas, um zu sehen, wie eine Antwort entsteht.
history-of-nothing = Zeichne etwas: Hier siehst du dann, was das Netz in jedem Moment liest.
history-moments = { $moments } von { $total } Momenten berechnet.
history-computing = Die anderen folgen, sobald der Stift ruht.
history-no-flip = Die Antwort hat nie gewechselt.
history-flips = { $others ->
    [0] Wechsel: { $flips }.
    [one] Wechsel: { $flips }, und noch einer.
   *[other] Wechsel: { $flips }, und { $others } weitere.
}
history-independent = Jede Klasse hat ihre eigene Wahrscheinlichkeit, darum liegen sie hier nicht übereinander.
earlier-moment = { $points ->
    [one] Du siehst einen früheren Moment: nach einem Punkt.
   *[other] Du siehst einen früheren Moment: nach { $points } Punkten.
}
back-to-now = Zurück zu jetzt

## page: explorer

network-sees = das Netz sieht
draw-a-digit = zeichne eine Ziffer
draw-here = hier zeichnen
layer-shown = gezeigte Schicht
blank-paper = leeres Blatt
no-prediction = keine Vorhersage
answer-aloud = Das Netz liest { $prediction }, Konfidenz { $confidence }
colours-missing = Die Farben fehlen. Führe die Zelle noch einmal aus.
unfamiliar = Das sieht nicht wie eine Ziffer aus, die ich kenne.
probabilities = Wahrscheinlichkeit jeder Ziffer. Drück 0 bis 9, um eine zu erklären.
probabilities-alone = Wahrscheinlichkeit jeder Ziffer
digit-of-bar = Ziffer { $digit }
class-of-bar = Klasse { $name }
probabilities-of-classes = Wahrscheinlichkeit jeder Klasse
independent-of-classes = Wahrscheinlichkeit jeder Klasse für sich; zusammen kann es mehr oder weniger als 100 % sein
probabilities-and-keys = { $name }. Drück 0, um die erste zu erklären, 1 für die nächste, und so weiter.
answer-aloud-independent = Das Netz findet { $prediction } am wahrscheinlichsten, mit { $confidence }. Jede Klasse hat ihre eigene Wahrscheinlichkeit.
other-classes = { $count ->
    [one] und eine weitere Klasse
   *[other] und { $count } weitere Klassen
}
others-together = { $count ->
    [one] eine weitere Klasse hat { $share }
   *[other] { $count } weitere Klassen haben zusammen { $share }
}
others-at-most = { $count ->
    [one] eine weitere Klasse hat { $share }
   *[other] { $count } weitere Klassen haben je höchstens { $share }
}
why = Warum?
why-aloud = Warum? Frag, woher die Konfidenz kommt
point-to-explain = Zeig auf einen Wert, um ihn zu lesen; klick, um ihn zu erklären
digits-to-choose = Gefundene Ziffern
digit-of-several = Ziffer { $number } von { $count }
several-digits = { $number ->
    [none] { $count } Ziffern gefunden. Das Netz liest nur eine und sieht alle zusammen als eine. Wähle, welche es lesen soll.
   *[other] { $count } Ziffern gefunden. Gelesen wird Ziffer { $number }; du kannst eine andere wählen.
}

## page: predict first

predict-first = Erst schätzen
predict-cover = Was das Netz aus der Ziffer macht, bleibt verdeckt, bis du geschätzt hast.
predict-covered = die Antwort ist verdeckt
predict-draw = Zeichne eine Ziffer. Bevor du siehst, was das Netz daraus macht, wirst du nach deiner Schätzung gefragt.
predict-wait = Zeichne zu Ende. Sobald der Stift ruht, wirst du nach deiner Schätzung gefragt.
predict-choices = Deine Schätzung
predict-say = Das ist meine Schätzung
predict-ask = Frage
predict-kind-digit = welche Antwort
predict-kind-sure = wie sicher
predict-kind-map = welche Karte
predict-kind-change = mehr oder weniger
predict-kind-turn = alle im Wechsel
predict-which-digit = Welche Ziffer wird das Netz sagen?
predict-which-class = Was wird das Netz sagen?
predict-told-digit = { $agrees ->
    [yes] Du hast { $guess } gesagt, und das Netz sagt es auch ({ $confidence }).
   *[no] Du hast { $guess } gesagt; das Netz sagt { $result } ({ $confidence }).
}
predict-how-sure = Wie sicher wird das Netz sein?
predict-sure = 90 % oder mehr
predict-unsure = unter 90 %
predict-told-sure = { $agrees ->
    [yes] Du hast „{ $guess }“ gesagt, und so ist es: Das Netz sagt { $name } mit { $confidence }.
   *[no] Du hast „{ $guess }“ gesagt, aber das Netz sagt { $name } mit { $confidence }.
}
predict-up-or-down = Vor dieser Änderung gab das Netz der { $name } { $before }. Gibt es ihr jetzt mehr oder weniger?
predict-up = mehr
predict-down = weniger
predict-the-same = gleich viel
predict-told-change = { $agrees ->
    [yes] Du hast „{ $guess }“ gesagt, und so ist es: Die { $name } hatte { $before } und hat jetzt { $after }.
   *[no] Du hast „{ $guess }“ gesagt, aber die { $name } hatte { $before } und hat jetzt { $after }.
}
predict-which-map = Das ist der Kern von Kanal { $channel } von { $layer }. Welche der vier Karten macht er aus deiner Ziffer?
predict-edge = Er antwortet auf { $side ->
    [left] senkrechte Kanten mit Tinte links.
    [right] senkrechte Kanten mit Tinte rechts.
    [above] waagerechte Kanten mit Tinte oben.
   *[below] waagerechte Kanten mit Tinte unten.
}
predict-map = Karte { $number }
predict-kernel = Kern von Kanal { $channel }, Zeile für Zeile: { $weights }
predict-told-map = { $agrees ->
    [yes] Du hast { $guess } gesagt, und so ist es: Kanal { $channel } von { $layer } ergibt { $result }.
   *[no] Du hast { $guess } gesagt, aber Kanal { $channel } von { $layer } ergibt { $result }.
}
predict-former = So war es, als du geschätzt hast; inzwischen ist etwas anderes zu sehen.
predict-record = { $count ->
    [0] deine Schätzungen: noch keine
    [one] deine Schätzungen: { $count }, davon { $agreed } wie das Netz
   *[other] deine Schätzungen: { $count }, davon { $agreed } wie das Netz
}
predict-list = Deine neuesten Schätzungen
predict-line = { $time }, { $question }: du { $guess }, Netz { $result } { $agreed ->
    [yes] (gleich)
   *[no] (verschieden)
}
predict-others = { $count ->
    [one] Eine ältere Schätzung steht in der Datei.
   *[other] { $count } ältere Schätzungen stehen in der Datei.
}
predict-kept = Die Schätzungen bleiben in diesem Browser und werden niemandem gesendet.
predict-not-kept = Dieser Browser behält nichts von dieser Seite: Die Schätzungen sind verloren, sobald sie geschlossen wird. Speichere sie vorher.
predict-full = Nur die neuesten { $most } Schätzungen bleiben. Speichere eine Datei, um die älteren zu behalten.
predict-save = Als Datei speichern
predict-delete = Schätzungen löschen
predict-delete-sure = { $count ->
    [one] Diese Schätzung löschen? Sie lässt sich nicht zurückholen.
   *[other] Alle { $count } Schätzungen löschen? Sie lassen sich nicht zurückholen.
}
predict-delete-all = Löschen
predict-keep = Behalten

## page: uploads without a notebook kernel

upload-no-ink = Keine Tinte gefunden. Nimm einen dunkleren Stift oder mehr Licht.
upload-not-clean = Dieses Bild hat Schatten, Linien oder mehrere Grautöne, das kann diese Seite nicht lesen. Scanne die Ziffer, mach einen Screenshot davon oder schneide sie eng aus; in einem Notebook liest mnistviz auch Fotos.
upload-not-a-picture = Diese Datei ist beschädigt oder kein Bild. Nimm eine Datei in PNG, JPEG, WEBP, GIF oder BMP.
upload-too-many-pixels = Das Bild hat { $width } x { $height } Pixel; erlaubt sind { $limit } Pixel und { $side } je Seite. Mach es kleiner und versuch es noch einmal.
upload-failed = { $name }: { $reason }
questions-in-notebook = In einem Notebook zeigt der Explorer auch, wo eine Ziffer unter 5.000 bekannten landet, und zwei Zeichnungen nebeneinander.

## page: feature maps

colours = Farben
colour-table = { $name ->
    [gray] grau
   *[other] { $name }
}
colour-range = Gemeinsamer Farbbereich
range-by-layer = Bereich je Schicht
range-by-map = Bereich je Karte
layer-keys = { $layer }. Pfeiltasten lesen Werte vor, Umschalt mit Pfeiltasten wechselt die Karte, Enter erklärt einen Wert, D beschreibt die Karte.
digit-keys = { $digit }. Pfeiltasten lesen Werte vor, D beschreibt das Bild.

## page: kernels

flat-kernels = { $filters } Kerne { $size }
sliced-kernels = { $filters } Kerne aus { $inputs } Scheiben { $size }
kernels-and-range = { $kernels }, { $range }
kernels-beyond-colours = { $kernels }, { $range }, Farben enden bei { $high }
kernel-keys = { $layer }: { $kernels }. Pfeiltasten lesen Gewichte vor, Umschalt mit Pfeiltasten wechselt den Kern, D beschreibt ihn.
kernel-summary = Stärkstes Gewicht: { $weight }
weight-of-kernel = { $layer }, Kern { $kernel }, Zeile { $row }, Spalte { $column }: { $value }
weight-of-slice = { $layer }, Kern { $kernel }, Eingangskanal { $input }, Zeile { $row }, Spalte { $column }: { $value }

## page: framing

framing-title = Einpassen: von der Zeichenfläche zum Netz
framed-with-every = mit allen Schritten
framed-as-chosen = mit deinen Schaltern
framed-with-none = ganz ohne
framed-in-three-ways = Was das Netz liest, auf drei Arten eingepasst
framing-given = { $picture }. Zeichnungen und hochgeladene Bilder werden eingepasst; deine eigenen Beispiele und veränderte Ziffern bekommt das Netz, wie sie sind.
framing-partly-off = Das Einpassen ist zum Teil aus. Das Netz bekommt die Ziffer ohne diese Schritte: { $steps }.
framing-off = Das Einpassen ist aus: Das Netz bekommt die ganze Zeichenfläche, auf seine Größe gebracht.
all-steps-on = alle an
all-steps-on-aloud = alle an: Alle Schritte des Einpassens einschalten

## page in a notebook: side by side

beside-title = nebeneinander
beside-keep = diese Zeichnung zum Vergleich merken
beside-nothing-kept = Merk dir eine Zeichnung, dann ändere sie oder zeichne eine andere: Du siehst beide nebeneinander.
beside-answers = Beide Antworten
beside-layers = Schicht zum Vergleichen, und um wie viel ihrer Werte sie sich unterscheidet
beside-share = { $share } %
beside-first = erste
beside-second = zweite
beside-difference = zweite - erste
beside-layer-of = { $layer }, { $which }
beside-spoken = { $first }: { $answer }; { $second }: { $other }. { $remark }

## page: what a unit looks for

maximise-title = wonach sucht diese Einheit?
maximise-about = Vom gewählten Anfang aus ändert jeder Schritt die Tinte so, dass der Wert einer Einheit wächst.
maximise-layer = Schicht
maximise-classes = Klassen (Logits)
maximise-unit = Einheit
maximise-channel = Kanal
maximise-class = Klasse
maximise-place = Ort
maximise-whole-map = ganze Karte (Mittel)
maximise-one-place = Zeile { $row }, Spalte { $column }
maximise-from = Anfang
maximise-from-noise = Rauschen
maximise-from-paper = leeres Blatt
maximise-from-digit = die gezeichnete Ziffer
maximise-start = Start
maximise-stop = Stopp
maximise-progress = Fortschritt der Suche
maximise-picture = Ziffer, die { $name } gefällt
maximise-value = { $name }: { $value }
maximise-compared = am Anfang { $before }, bei deiner Ziffer { $own }
maximise-stopped = Nach { $share } % der Schritte gestoppt.
maximise-former = Die Suche begann mit einer früheren Ziffer, nicht mit der jetzigen.
maximise-reading = Das Netz liest das als { $label }, mit { $confidence }.
maximise-reading-blank = Das ist ein leeres Blatt, darin liest das Netz nichts.
maximise-doubt = Es sagt auch, dass das nicht wie eine Ziffer aussieht, die es kennt.
maximise-no-doubt = Seine Prüfung auf ungewohnte Ziffern meldet keine Zweifel. Das beweist wenig: Was einer Einheit gefällt, kann auch diese Prüfung täuschen.
maximise-feed = auf die Zeichenfläche legen
maximise-remark = Einer Einheit kann gefallen, was niemand zeichnen würde; das hier muss also nicht wie eine Ziffer aussehen. Ein anderer Anfang führt zu einem anderen Bild: Jedes ist eins von vielen, die der Einheit gefallen. Geändert wurde nur Tinte, die sie sieht.
maximise-without-digits = Welche Ziffern von MNIST ihr am besten gefallen, siehst du in einem Notebook: Diese Seite hat nicht alle 5.000.
maximise-spoken = { $name } hat { $value } erreicht, bei deiner Ziffer sind es { $own }. { $reading }

## page in a notebook: real digits that please a unit

maximise-patches = Von 5.000 Ziffern aus MNIST gefallen diese { $name } am besten. Jede ist auf das zugeschnitten, was die Einheit sieht.
maximise-patches-wait = Gleich folgen die Ziffern von MNIST, die ihr am besten gefallen.
maximise-no-patches = Keine der 5.000 Ziffern von MNIST bewegt { $name }: Der Wert ist bei allen gleich.
maximise-patch = eine { $label }: { $value }
maximise-patch-aloud = Teil einer { $label }, den { $name } sieht, Wert { $value }

## page in a notebook: neighbours

neighbours-title = wo sie gelandet ist: die nächsten Ziffern
neighbours-computing = Berechnet wird, was das Netz aus 5.000 bekannten Ziffern macht: { $share } % fertig.
neighbours-draw = Zeichne eine Ziffer, um zu sehen, wo sie landet.
neighbours-map = Karte von 5.000 bekannten Ziffern, jede ein Punkt. Ein Ring zeigt deine Ziffer, Punkte mit Rand ihre zehn nächsten.
neighbours-legend = Legende der Karte
neighbours-region = Auf der Karte liegt sie der Mitte der Klasse { $label } am nächsten.
neighbours-nearest = Die nächsten bekannten Ziffern, und wie weit sie entfernt sind
neighbour-to-pad = { $label } { $distance } entfernt: Diese { $label } auf die Zeichenfläche holen
neighbours-reading = Das Netz liest diese Ziffer als { $label }.
neighbours-of-class = { $count } × { $label }
neighbours-classes = Ihre { $count } nächsten bekannten Ziffern: { $classes }.
neighbours-runner-up = die nächste { $label }: Diese Klasse liegt auf Platz zwei
neighbours-overlap = Nah heißt, dass die { $units } Werte von { $layer } ähnlich sind (euklidischer Abstand). Die Karte ({ $method }) hat nur zwei Dimensionen: Von zehn echten Nachbarn sind { $kept } auch auf ihr Nachbarn ({ $share }). Deine Ziffer liegt dort am Median ihrer zehn nächsten.
neighbours-limits = Die Karte kann nicht sagen, wie weit Gruppen voneinander entfernt sind, und auch nicht, wie breit. Und nahe Ziffern beweisen nicht, dass eine Antwort stimmt: Sie lassen auch falsche richtig aussehen. Vergleiche also mit Platz zwei.

## page: surgery

surgery-title = Eingriff: ändere das Netz
surgery-in-force = { $count ->
    [one] Das Netz ist geändert: { $newest }.
   *[other] Das Netz wurde { $count }-mal geändert, zuletzt: { $newest }.
}
surgery-restore = Original wiederherstellen
surgery-undo = letzte Änderung zurücknehmen
surgery-layer = Schicht
surgery-unit = { $kind ->
    [unit] Einheit
   *[filter] Filter
}
surgery-silence = stummschalten
surgery-silence-aloud = { $unit } stummschalten
surgery-shuffle = alle Gewichte in { $layer } mischen
surgery-bias = Bias
surgery-channel = Eingangskanal
surgery-input = Eingang
surgery-weight = sein Gewicht
surgery-kernel = Kern von { $unit }
surgery-row-and-column = Zeile { $row }, Spalte { $column }
surgery-how-to = Ändere eine Zahl und drück Enter. Wenn du Zeilen von Zahlen in den Kern einfügst, ändert er sich ganz.
surgery-kernel-too-large = Ein Kern mit { $rows } x { $columns } Gewichten ist zu groß, um ihn hier zu ändern. In Python geht es mit mnistviz.edit.
surgery-not-a-number = „{ $received }“ ist keine Zahl. Gib eine ein wie 0,5 oder -2.
surgery-not-in-range = { $what } „{ $received }“ gibt es nicht. Gib eine ganze Zahl von 0 bis { $last } ein.
surgery-other-count = Der Kern hat hier { $expected } Gewichte, eingefügt wurden aber { $received } Zahlen. Füge für jedes Gewicht eine ein, Zeile für Zeile.
surgery-not-finite = Mit dieser Änderung sind manche Wahrscheinlichkeiten keine Zahlen mehr. Nimm kleinere Gewichte.
surgery-nothing-changed = Noch ist nichts geändert.
surgery-edits = Änderungen, die erste ganz oben
surgery-undone = Zurückgenommen: { $edit }
surgery-restored = Das Original ist wieder da.
surgery-not-here = Gerade lässt sich das Netz hier nicht ändern: Seine Gewichte ändern sich, oder die Seite kann nicht damit rechnen. Warte, bis das Training ruht, oder nimm mnistviz.edit in Python.
surgery-needs-kernel = Wie viele Ziffern das geänderte Netz liest und welchen Filter es am meisten braucht, wird nur in einem Notebook gezählt, denn dort sind die Ziffern.
surgery-other-classes = Genauigkeiten und Ranglisten werden an den Ziffern 0 bis 9 gezählt, und die liest dieses Netz nicht.
surgery-counting = An 1.000 Ziffern wird gezählt ...
surgery-accuracy = Dieses Netz liest { $share } von 1.000 Trainingsziffern aus MNIST richtig, das Original { $original }.
surgery-accuracy-of-original = Das Original liest { $original } von 1.000 Trainingsziffern aus MNIST richtig.
surgery-accuracy-before = Vor der letzten Änderung waren es { $share }, beim Original { $original }.
surgery-ranking = { $kind ->
    [unit] Welche Einheit
   *[filter] Welcher Filter
} von { $layer } ist am wichtigsten?
surgery-ranking-digits = für
surgery-all-digits = alle Ziffern
surgery-digit = die { $digit }
surgery-rank = Rangliste
surgery-stop = Stopp
surgery-progress = Rangliste
surgery-ranked = { $digit ->
    [all] { $layer }: Genauigkeit, die verloren geht, wenn je eins stummgeschaltet ist
   *[one] { $layer }: Genauigkeit, die für die { $digit } und für alle Ziffern verloren geht, wenn je eins stummgeschaltet ist
}
surgery-most = { $unit } kostet am meisten: { $cost }
surgery-ranked-before = Das Netz wurde nach dieser Rangliste geändert.
surgery-cost-for = für die { $digit }
surgery-cost-for-all = für alle

## page: what would change the answer

change-heading = was die Antwort ändern würde
change-kind = Änderung
change-kind-of = { $kind ->
    [add] möglichst wenig Tinte dazu
    [remove] möglichst wenig Tinte weg
   *[noise] möglichst wenig Rauschen
}
change-target = Lesen als
change-runner-up = Platz zwei
change-look = Suchen
change-stop = Stopp
change-progress = Fortschritt der Suche
change-stale = Diese Bilder gehören zu einer früheren Ziffer. Such für die jetzige noch einmal.
change-digit = die Ziffer
change-itself = die Änderung
change-changed = die geänderte Ziffer
change-reading = { $label }: { $share }
change-take = Übernehmen
change-not-finite = Bei dieser Ziffer oder einer geänderten sind die Werte des Netzes nicht endlich, also nicht vergleichbar. Lade seine Gewichte neu, oder nimm die letzte Änderung am Netz zurück.
change-on-pad = { $kind ->
    [add] Die gestrichelte Linie auf der Zeichenfläche zeigt, wo.
    [remove] Die Linie mit den Querstrichen auf der Zeichenfläche zeigt, wo.
   *[noise] Rauschen kann ein Stift nicht zeichnen.
}
change-spoken = { $title }. { $before }; geändert: { $after }. { $taking }

## page: why this answer

attribution-title = warum diese Antwort?
attribution-class = warum
attribution-predicted = { $label ->
    [none] die Vorhersage
   *[other] die Vorhersage, { $label }
}
attribution-other = und nicht
attribution-no-other = (kein Vergleich)
attribution-runner-up = { $label ->
    [none] Platz zwei
   *[other] Platz zwei, { $label }
}
attribution-method = Methode
attribution-method-name = { $method ->
    [integrated_gradients] Integrierte Gradienten
    [gradient_times_input] Gradient x Eingabe
    [occlusion] Verdeckung 3x3
    [hires_cam] HiResCAM
   *[grad_cam] Grad-CAM
}
attribution-waiting = Die Karte kommt, wenn der Stift ruht.
attribution-former = Die Karte gehört zu einer früheren Zeichnung oder Frage. Die neue kommt, wenn der Stift ruht.
attribution-not-finite = Bei dieser Ziffer sind die Werte des Netzes nicht endlich, also lässt sich keinem Pixel ein Anteil geben. Lade seine Gewichte neu, oder trainiere es mit einer kleineren Lernrate.
attribution-of-weights = Karte
attribution-of-random = Karte mit zufälligen Gewichten
attribution-former-value = { $value } (in der früheren Karte)
attribution-point = Zeig auf ein Pixel der Karte, um seinen Wert zu lesen.
attribution-random-map = { $question }, zufällige Gewichte
attribution-colours = Orange spricht dafür, Violett dagegen
attribution-completeness = { $good ->
    [yes] Die Werte ergeben zusammen { $sum }, und die ganze Tinte bringt gegenüber einem leeren Blatt { $whole }: Der Vollständigkeitsfehler ist { $error }.
   *[no] Die Werte ergeben zusammen { $sum }, aber die ganze Tinte bringt gegenüber einem leeren Blatt { $whole }: Der Vollständigkeitsfehler ist { $error }, die Karte stimmt also nur ungefähr.
}
attribution-deletion = { $better ->
    [yes] Löscht man die Tinte in der Reihenfolge der Karte, ist die Wahrscheinlichkeit im Mittel { $area }; in zehn zufälligen Reihenfolgen { $random }. Die Karte findet Tinte, die zählt.
   *[no] Löscht man die Tinte in der Reihenfolge der Karte, ist die Wahrscheinlichkeit im Mittel { $area }; in zehn zufälligen Reihenfolgen { $random }. Hier ist die Karte also nicht besser als der Zufall.
}
attribution-deletion-waiting = Die Löschkurve wird berechnet.
attribution-curve = Wahrscheinlichkeit, { $question }, wenn bis zur Hälfte der Tinte gelöscht wird
attribution-curve-map = in der Reihenfolge der Karte
attribution-curve-random = in zufälliger Reihenfolge
attribution-curve-end = 50 % der Tinte
attribution-check = mit zufälligen Gewichten vergleichen
attribution-check-waiting = Die Karte mit zufälligen Gewichten wird berechnet.
attribution-correlation = { $value ->
    [none] Mit zufälligen Gewichten ergibt dieselbe Methode eine Karte, die auf der Tinte überall gleich ist; es gibt also keine Rangkorrelation.
   *[other] Mit zufälligen Gewichten ergibt dieselbe Methode die andere Karte. Die Rangkorrelation der beiden auf der Tinte ist { $value }: Nahe 0 hängt die Karte davon ab, was das Netz gelernt hat, nahe 1 zeigt sie nur die Ziffer.
}
attribution-spoken = { $question }, { $method }: Die Karte ist fertig, ihre Farben umfassen { $range }.
nothing-to-attribute = Das Blatt ist leer, also spricht keine Tinte für eine Klasse. Zeichne etwas, dann frag noch einmal.
attribution-without-logits = Das Netz endet nicht mit Softmax oder Sigmoid, sondern mit der Schicht { $layer }, also hat es keine Logits, nach denen man fragen kann. Lass es mit Dense(10) und Softmax() enden.
attribution-without-convolution = Das Netz hat keine Faltung, aus der diese Methode ihre Karte macht. Wähle eine andere Methode, zum Beispiel "integrated_gradients".
attribution-question = warum { $target }
attribution-question-of-two = warum { $target } und nicht { $other }
attribution-remark = { $method ->
    [integrated_gradients] Die Werte ergeben zusammen, was die Tinte gegenüber einem leeren Blatt zum Logit (oder zur Differenz zweier Logits) beiträgt. Leere Pixel bekommen 0, die Karte kann also nicht sagen, welche Tinte fehlt.
    [gradient_times_input] Zeigt, was sich mit etwas weniger Tinte an jedem Pixel ändern würde. Was geschieht, wenn viel Tinte verschwindet, kann sie nicht sagen: Die Steigung gilt nur genau bei dieser Ziffer.
    [occlusion] Zeigt, was das Logit verliert, wenn ein Fleck von 3x3 Pixeln zu Papier wird. Die Pixel eines Flecks kann sie nicht unterscheiden, und sie erkennt keine Tinte, die nur zusammen mit anderer zählt.
    [hires_cam] Zeigt, wo die Karten der letzten Faltung für die Klasse sprechen, soweit die Schichten danach linear sind. Ihre Orte sind grob, und jeder steht für alle Pixel, die die Einheit sieht.
   *[grad_cam] Zeigt, wo Karten stark sind, die im Mittel zählen. Das Mittel vergisst die Orte, die Karte kann also auf Tinte zeigen, die nicht gezählt hat: Verlass dich nicht auf sie allein.
}

## page: microscope

microscope-of = Mikroskop: { $unit }
microscope-map = { $map }, vergrößert. Pfeiltasten bewegen das Mikroskop, Escape schließt es.
close-microscope = Mikroskop schließen
trace = Verfolgen
trace-to-pixels = Verfolgen bis zu den Pixeln
traced-to = Verfolgt bis { $stops }.
input-channels = Eingangskanäle, der stärkste zuerst
channel-contributes = { $channel } { $shown }: Eingangskanal { $channel } trägt { $contribution } bei
digit = Ziffer
kernel = Kern
products = Produkte
value = Wert
weight = Gewicht
product = Produkt
for-it = dafür
against-it = dagegen
class = Klasse
logit = Logit
minus-maximum = - Maximum
exponential = exp
share-of-sum = / Summe
softmax = Softmax
sum = Summe
slide-aloud = Das Fenster über die Karte schieben
slide-speed = Tempo des Fensters
slide-step = Schritt
slide-still = Dein System möchte weniger Bewegung. „Schritt“ geht Wert für Wert weiter.
play = Abspielen
pause = Pause
slow = langsam
normal = normal
fast = schnell
