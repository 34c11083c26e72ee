# What a phone's system says when the app first wants something of it. On the system's own sheet: no variables, no markup.
phone-reason-camera = 只有在您為表單拍照或拍攝證照碼時，才會使用相機。
phone-reason-microphone = 只有在您為表單拍攝影片時，才會使用麥克風。
phone-give-on = 分享或另存
phone-give-on-none = 這台裝置上沒有能接收此檔案的應用程式。
