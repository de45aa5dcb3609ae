// Words typed in sheets and not said yet, as the pages' controls hand them over: kept a moment after they are typed, and given back when
// the device is unlocked.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QMap>
#include <QTimer>

namespace frontsheet {

class KeptWordsModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")

public:
    explicit KeptWordsModel(Session& session, QObject* parent = nullptr);

    // Of the store, once after an unlock.
    void read();
    // What stands there now; empty: it was said, or taken away.
    void keep(const QString& where, const QString& words);
    // Whatever is under way: before a lock, and at the end.
    void flush();
    void clear() override;

signals:
    void known(const QMap<QString, QString>& words); // by where
    void forgotten();
    void
    referralKept(); // of one that is being written: begun, or not there any more                                // the device was locked

private:
    QMap<QString, QString> m_unkept;
    QTimer m_keeping;
    bool m_writing = false; // one after another, so that what an older one could not keep never follows a newer one
};

} // namespace frontsheet
