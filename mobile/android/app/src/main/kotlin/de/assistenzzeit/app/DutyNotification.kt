package de.assistenzzeit.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context
import android.os.Bundle

/** While a shift runs: since when, counted by the system. Silent, and gone when the shift has ended. */
object DutyNotification {
    private const val CHANNEL = "duty"
    private const val ID = 1

    fun refresh(context: Context) {
        val manager = context.getSystemService(NotificationManager::class.java)
        val shift = shiftOf(context)
        val started = shift?.startedMs ?: return manager.cancel(ID)
        val name = context.getString(R.string.channel_duty)
        manager.createNotificationChannel(NotificationChannel(CHANNEL, name, NotificationManager.IMPORTANCE_LOW))
        val notification = Notification.Builder(context, CHANNEL)
            .setSmallIcon(R.drawable.icon)
            .setContentTitle(shift.headline)
            .setContentIntent(ShiftWidget.today(context))
            .setCategory(Notification.CATEGORY_STATUS)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
            .setOngoing(true)
            .setOnlyAlertOnce(true)
            .setUsesChronometer(true)
            .setShowWhen(true)
            .setWhen(started)
            // Android 16 shows it as a live update; older ones know nothing of it.
            .addExtras(Bundle().apply { putBoolean("android.requestPromotedOngoing", true) })
            .build()
        manager.notify(ID, notification)
    }
}
