# Words of the field type week.

day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
part-early = Early
part-morning = Morning
part-afternoon = Afternoon
part-evening = Evening
part-night = Night
