package dev.dioxus.main

import android.content.Context
import android.speech.tts.TextToSpeech
import java.util.Locale
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** The system's voice: Android's web view has none (Chromium 487255). */
internal class Voice(private val context: Context) {
    private var engine: TextToSpeech? = null

    /** 0 if it is read, 1 where there is no voice, 2 where there is none for the language of the most. */
    @Synchronized
    fun speak(texts: Array<String>, languages: Array<String>): Int {
        val engine = engine ?: start()?.also { engine = it } ?: return 1
        engine.stop()
        engine.setSpeechRate(0.9f)
        var read = 0
        for ((text, language) in texts.zip(languages)) {
            if (engine.setLanguage(Locale.forLanguageTag(language)) < TextToSpeech.LANG_AVAILABLE) continue
            // The engine refuses what is longer, whole.
            for (part in text.chunked(TextToSpeech.getMaxSpeechInputLength())) {
                engine.speak(part, TextToSpeech.QUEUE_ADD, null, "fingertip")
            }
            read += 1
        }
        return if (read * 2 >= texts.size) 0 else 2.also { engine.stop() }
    }

    @Synchronized
    fun isSpeaking(): Boolean = engine?.isSpeaking == true

    @Synchronized
    fun silence() {
        engine?.stop()
    }

    @Synchronized
    fun end() {
        engine?.shutdown()
        engine = null
    }

    /** The engine is another app, which takes its time to begin; no thread of the screen's ever waits here. */
    private fun start(): TextToSpeech? {
        val begun = CountDownLatch(1)
        var status = TextToSpeech.ERROR
        val engine = TextToSpeech(context) {
            status = it
            begun.countDown()
        }
        val isThere = begun.await(5, TimeUnit.SECONDS) && status == TextToSpeech.SUCCESS
        return if (isThere) engine else null.also { engine.shutdown() }
    }
}
