package de.assistenzzeit.app

import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.os.SystemClock
import android.view.View
import android.widget.RemoteViews

/** The running shift on the home screen. It reads one small file; the clock in it is counted by the system. */
class ShiftWidget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, ids: IntArray) = manager.updateAppWidget(ids, views(context))

    companion object {
        fun refresh(context: Context) =
            AppWidgetManager.getInstance(context).updateAppWidget(ComponentName(context, ShiftWidget::class.java), views(context))

        private fun views(context: Context): RemoteViews {
            val shift = shiftOf(context)
            val started = shift?.startedMs
            return RemoteViews(context.packageName, R.layout.widget).apply {
                setTextViewText(R.id.line, shift?.headline ?: context.getString(R.string.app_name))
                setViewVisibility(R.id.clock, if (started == null) View.GONE else View.VISIBLE)
                if (started != null) setChronometer(R.id.clock, SystemClock.elapsedRealtime() - (System.currentTimeMillis() - started), null, true)
                setOnClickPendingIntent(R.id.widget, today(context))
            }
        }

        internal fun today(context: Context): PendingIntent = PendingIntent.getActivity(
            context, 0, Intent(context, MainActivity::class.java).setAction("de.assistenzzeit.TODAY"), PendingIntent.FLAG_IMMUTABLE,
        )
    }
}
