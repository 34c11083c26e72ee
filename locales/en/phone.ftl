# What a phone's system says when the app first wants something of it. On the system's own sheet: no variables, no markup.
phone-reason-camera = The camera is used only when you take a photo for a form or of a document’s code.
phone-reason-microphone = The microphone is used only when you take a video for a form.
phone-give-on = Share or save elsewhere
phone-give-on-none = No app on this device takes this file.
