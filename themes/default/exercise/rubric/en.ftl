# Words of the exercise kind rubric.

exercise-kind-rubric = Look back at yourself
