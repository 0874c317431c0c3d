# Every sentence that a user sees, in English. Syntax: Project Fluent.
# A key says what its message is about. Placeholders are named. Whole sentences only: never glue parts together.

## ink

## reading

## network

## explain

## data

## exercises

## plot

## evaluation

## training

## command-line

## explorer

## trainer

## exercise-card

## page

kernel-ended = The kernel of this cell has ended. Run the cell again.
range = { $low } .. { $high }
range-per-map = per map, at most { $low } .. { $high }
about = about { $value }
value-of-unit = { $layer }, unit { $unit }: { $value }
value-of-pixel = { $layer }, row { $row }, column { $column }: { $value }
value-of-map = { $layer }, channel { $channel }, row { $row }, column { $column }: { $value }
map = { $layer }, channel { $channel }
map-enlarged = { $map }, enlarged. Arrow keys read values, Escape closes.
close-enlarged-map = Close the enlarged map
