# Words of the exercise kind write.

exercise-kind-write = Write
