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
