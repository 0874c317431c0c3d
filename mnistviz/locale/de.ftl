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
pusher-step-too-far = Dieser Schritt führte aus allen Zahlen hinaus, die das Netz speichern kann. Wähle eine kleinere Lernrate.
