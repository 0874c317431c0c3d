## explain

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

## exercises

exercise-needs-digit = Die Aufgabe { $kind } kann nicht nach einem leeren Blatt fragen. Zeichne zuerst eine Ziffer oder wähle eine Aufgabe, die keine braucht, zum Beispiel { $kinds }.

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

## plot

figure-weight-loss = Gewicht { $value }   Verlust { $loss }   Steigung { $slope }
figure-loss = mittlerer Verlust

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
