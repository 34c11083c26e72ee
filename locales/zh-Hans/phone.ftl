# What a phone's system says when the app first wants something of it. On the system's own sheet: no variables, no markup.
phone-reason-camera = 只有当您为表单拍照或拍摄证照码时，才会使用相机。
phone-reason-microphone = 只有当您为表单拍摄视频时，才会使用麦克风。
phone-give-on = 分享或另存
phone-give-on-none = 这台设备上没有能接收此文件的应用。
