## export

export-still-covered = Eine Ziffer auf der Zeichenfläche. Was das Netz liest, ist verdeckt, bis du geschätzt hast.

## page in a notebook: exercise-card

exercise-guess-first = Was erwartest du? Antworte erst, oder lass dir einen Tipp geben. Wenn du „Lösung zeigen“ noch einmal drückst, siehst du sie, und die Aufgabe endet ohne Punkte.

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
