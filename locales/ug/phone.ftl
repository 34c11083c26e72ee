# What a phone's system says when the app first wants something of it. On the system's own sheet: no variables, no markup.
phone-reason-camera = كامېرا پەقەت سىز جەدۋەل ئۈچۈن سۈرەتكە تارتقاندا ياكى گۇۋاھنامە كودىنى تارتقاندىلا ئىشلىتىلىدۇ.
phone-reason-microphone = مىكروفون پەقەت سىز جەدۋەل ئۈچۈن سىن ئالغاندىلا ئىشلىتىلىدۇ.
phone-give-on = ھەمبەھىرلەش ياكى باشقا جايغا ساقلاش
phone-give-on-none = بۇ ئۈسكۈنىدە بۇ ھۆججەتنى قوبۇل قىلىدىغان ئەپ يوق.
