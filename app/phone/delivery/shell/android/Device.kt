package dev.dioxus.main

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.ConnectivityManager
import android.net.NetworkCapabilities
import android.provider.CalendarContract
import android.view.HapticFeedbackConstants
import android.view.View
import android.view.WindowManager
import android.view.accessibility.AccessibilityManager
import androidx.core.content.FileProvider
import java.io.File

/** What the device does for the app. Called from threads of Rust's: what touches the screen goes to its own thread. */
internal class Device(private val activity: Activity) {
    val voice by lazy { Voice(activity.applicationContext) }

    /** What was saved stands here, to be given on: nowhere else that another app could be given a key to. */
    val shared: File get() = File(activity.filesDir, "saved").apply { mkdirs() }

    fun end() = voice.end()

    /** Whether somebody explores the screen by touch, as TalkBack lets them. */
    fun isExplored(): Boolean =
        activity.getSystemService(AccessibilityManager::class.java)?.isTouchExplorationEnabled == true

    @Suppress("DEPRECATION") // A live region is the page's own; this is for what stands nowhere on it.
    fun announce(text: String) = activity.runOnUiThread { activity.window.decorView.announceForAccessibility(text) }

    /** Neither pictures of the screen, nor the list of recent apps, nor a second screen show what is on it. */
    fun secure(isSecure: Boolean) = activity.runOnUiThread {
        val flag = WindowManager.LayoutParams.FLAG_SECURE
        if (isSecure) activity.window.addFlags(flag) else activity.window.clearFlags(flag)
    }

    /** The system's own touches: whoever has turned them off feels none, and no permission is needed. */
    fun tap(view: View?, kind: Int) = activity.runOnUiThread {
        val (new, old) = when (kind) {
            1 -> HapticFeedbackConstants.CONFIRM to HapticFeedbackConstants.VIRTUAL_KEY
            2 -> HapticFeedbackConstants.REJECT to HapticFeedbackConstants.LONG_PRESS
            else -> HapticFeedbackConstants.VIRTUAL_KEY to HapticFeedbackConstants.VIRTUAL_KEY
        }
        val known = if (android.os.Build.VERSION.SDK_INT >= 30) new else old
        (view ?: activity.window.decorView).performHapticFeedback(known)
    }

    /** 0 for none, 1 for one, 2 for one that is paid by the byte or nearly used up, -1 where nobody knows. */
    fun network(): Int {
        val manager = activity.getSystemService(ConnectivityManager::class.java) ?: return -1
        val can = manager.getNetworkCapabilities(manager.activeNetwork ?: return 0) ?: return 0
        return when {
            !can.hasCapability(NetworkCapabilities.NET_CAPABILITY_INTERNET) -> 0
            can.hasCapability(NetworkCapabilities.NET_CAPABILITY_NOT_METERED) -> 1
            else -> 2
        }
    }

    fun share(text: String?, path: String?, mediaType: String): Boolean {
        val intent = Intent(Intent.ACTION_SEND).setType(mediaType)
        if (text != null) intent.putExtra(Intent.EXTRA_TEXT, text)
        if (path != null) {
            val uri = FileProvider.getUriForFile(activity, activity.packageName + ".fileprovider", File(path))
            intent.putExtra(Intent.EXTRA_STREAM, uri).addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
            // The sheet shows what it is about from here.
            intent.clipData = android.content.ClipData.newRawUri(null, uri)
        }
        return begin(Intent.createChooser(intent, null))
    }

    fun remind(title: String, begins: Long, ends: Long, isAllDay: Boolean): Boolean = begin(
        Intent(Intent.ACTION_INSERT, CalendarContract.Events.CONTENT_URI)
            .putExtra(CalendarContract.Events.TITLE, title)
            .putExtra(CalendarContract.EXTRA_EVENT_BEGIN_TIME, begins)
            .putExtra(CalendarContract.EXTRA_EVENT_END_TIME, ends)
            .putExtra(CalendarContract.EXTRA_EVENT_ALL_DAY, isAllDay),
    )

    private fun begin(intent: Intent): Boolean = try {
        activity.startActivity(intent)
        true
    } catch (_: ActivityNotFoundException) {
        false
    }
}
