page-title = Hostile
