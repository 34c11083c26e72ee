package dev.dioxus.main

import android.content.Intent
import android.content.res.Configuration
import android.os.Bundle
import android.os.Process
import android.webkit.WebSettings
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback
import androidx.core.view.ViewCompat
import androidx.core.view.WindowCompat
import androidx.core.view.WindowInsetsCompat

// wry's logger asks for it by this name, wherever the identifier of Dioxus.toml puts it.
typealias BuildConfig = org.fingertip.phone.BuildConfig

/**
 * The one activity: wry's, with Android's way back, links, the keyboard and the system's bars as people expect them.
 *
 * What Rust calls is named `device...` and kept by `keep.pro`; `app/phone/infrastructure/device/src/android.rs` is the other end of it.
 */
class MainActivity : WryActivity() {
    /** wry listens to the key alone, which no gesture sends where the system asks for a callback (dioxus#5155). */
    override val handleBackNavigation = false

    private val device = Device(this)
    private val links = ArrayDeque<String>()
    private var page: WebView? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        // Before wry begins the program: it asks for the link that it was started with.
        if (savedInstanceState == null) keep(intent)
        // Nothing of an earlier process is restored: the core keeps every place and every draft itself.
        super.onCreate(null)
        stayClearOfBars()
        onBackPressedDispatcher.addCallback(
            this,
            object : OnBackPressedCallback(true) {
                override fun handleOnBackPressed() {
                    // The page keeps one entry of history for as long as the shell can go back (ui/src/back.rs).
                    val view = page
                    if (view != null && view.canGoBack()) view.goBack() else moveTaskToBack(true)
                }
            },
        )
    }

    override fun onWebViewCreate(webView: WebView) {
        page = webView
        with(webView.settings) {
            // The page is given to the view as text; it reads no file and asks no place.
            allowFileAccess = false
            allowContentAccess = false
            setGeolocationEnabled(false)
            javaScriptCanOpenWindowsAutomatically = false
            mixedContentMode = WebSettings.MIXED_CONTENT_NEVER_ALLOW
            // The shell enlarges text itself: its own size must not come on top of the system's.
            textZoom = 100
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        keep(intent)
        arrived()
    }

    override fun onConfigurationChanged(newConfig: Configuration) {
        super.onConfigurationChanged(newConfig)
        page?.evaluateJavascript("dispatchEvent(new Event('fingertip-device'))", null)
    }

    override fun onDestroy() {
        device.end()
        super.onDestroy()
        // The Rust program cannot begin twice in a process, and the next activity would begin it.
        Process.killProcess(Process.myPid())
    }

    /** The system's bars, the camera's notch and the keyboard cover no part of the page, whatever its web view knows of them. */
    private fun stayClearOfBars() {
        WindowCompat.setDecorFitsSystemWindows(window, false)
        ViewCompat.setOnApplyWindowInsetsListener(findViewById(android.R.id.content)) { view, insets ->
            val covered = WindowInsetsCompat.Type.systemBars() or
                WindowInsetsCompat.Type.displayCutout() or
                WindowInsetsCompat.Type.ime()
            val inset = insets.getInsets(covered)
            view.setPadding(inset.left, inset.top, inset.right, inset.bottom)
            WindowInsetsCompat.CONSUMED
        }
    }

    /** A link is followed once: not again because the app is taken up from the list of recent ones. */
    private fun keep(intent: Intent?) {
        val isAgain = (intent?.flags ?: 0) and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0
        val link = intent?.dataString
        if (link == null || isAgain || intent.action != Intent.ACTION_VIEW) return
        synchronized(links) { links.addLast(link) }
    }

    /** Tells Rust, if it listens already. */
    private fun arrived() {
        try {
            deviceArrived()
        } catch (_: UnsatisfiedLinkError) {
            // It has not begun to; then it asks.
        }
    }

    private external fun deviceArrived()

    fun deviceLink(): String? = synchronized(links) { links.removeFirstOrNull() }

    fun deviceFolder(): String = filesDir.absolutePath

    fun deviceShared(): String = device.shared.absolutePath

    fun deviceLanguages(): String = resources.configuration.locales.toLanguageTags()

    fun deviceTextScale(): Float = resources.configuration.fontScale

    fun deviceIsExplored(): Boolean = device.isExplored()

    fun deviceAnnounce(text: String): Unit = device.announce(text)

    fun deviceSecure(isSecure: Boolean): Unit = device.secure(isSecure)

    fun deviceTap(kind: Int): Unit = device.tap(page, kind)

    fun deviceNetwork(): Int = device.network()

    fun deviceShare(text: String?, path: String?, mediaType: String): Boolean = device.share(text, path, mediaType)

    fun deviceRemind(title: String, begins: Long, ends: Long, isAllDay: Boolean): Boolean =
        device.remind(title, begins, ends, isAllDay)

    fun deviceSpeak(texts: Array<String>, languages: Array<String>): Int = device.voice.speak(texts, languages)

    fun deviceIsSpeaking(): Boolean = device.voice.isSpeaking()

    fun deviceSilence(): Unit = device.voice.silence()
}
