app-name = 指尖
