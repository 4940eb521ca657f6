# Machine-made; not yet checked by a native reader.

view-day = {$day}
view-moment = {$at}
view-span = من {$from} إلى {$to}
view-day-span = {$day}، {$span}
view-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] {$count} دقائق
   *[other] {$count} دقيقة
}
view-hours = {$length} ساعة
view-and = {$first} و{$last}
