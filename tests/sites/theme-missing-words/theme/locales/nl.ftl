search = Zoeken
settings = Weergave
