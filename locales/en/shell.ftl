app-name = Fingertip
