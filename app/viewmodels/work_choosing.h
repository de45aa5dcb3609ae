// A page on which several pieces of work are chosen and offered to a colleague in one go. UI thread only.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "app/viewmodels/work_wording.h"

#include <QHash>
#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class WorkChoosing : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the ground of a page's own")
    Q_PROPERTY(QStringList chosen READ chosen NOTIFY chosenChanged) // ids of rows
    // Who may be asked: {worker, name, role, detail, away}; those who are there today first
    Q_PROPERTY(QVariantList colleagues READ colleagues NOTIFY changed)
    // Of those, who has one of the chosen already or is asked about it
    Q_PROPERTY(QStringList alreadyTheirs READ alreadyTheirs NOTIFY chosenChanged)
    // One of the chosen is a referral: its sender reads why
    Q_PROPERTY(bool wordsNeeded READ wordsNeeded NOTIFY chosenChanged)
    Q_PROPERTY(QString offered READ offered NOTIFY offeredChanged) // "Tom Adeyemi is asked about 3 things.", or empty

public:
    [[nodiscard]] QStringList chosen() const { return m_chosen; }
    [[nodiscard]] QVariantList colleagues() const { return m_colleagues; }
    [[nodiscard]] QStringList alreadyTheirs() const;
    [[nodiscard]] bool wordsNeeded() const;
    [[nodiscard]] QString offered() const { return m_offered; }
    // Takes it up among the chosen, or out of them.
    Q_INVOKABLE void choose(const QString& id);
    // Those of these rows that can be offered.
    Q_INVOKABLE void chooseAll(const QVariantList& rows);
    Q_INVOKABLE void chooseNone();
    Q_INVOKABLE void offerChosen(const QString& worker, const QString& words);
    Q_INVOKABLE void takeBack(const QString& id);

signals:
    void chosenChanged();
    void offeredChanged();
    void changed();

protected:
    explicit WorkChoosing(Session& session, QObject* parent = nullptr);
    // What is on the page now: what is no longer there is chosen no longer.
    void keepChosenAmong(const std::vector<const QVariantList*>& lists);
    void setColleagues(QVariantList colleagues) { m_colleagues = std::move(colleagues); }
    void forgetChoice();

private:
    QStringList m_chosen;
    QStringList m_asksWords;             // of what is on the page
    QHash<QString, QStringList> m_hands; // of what is on the page: who has it, and who is asked
    QVariantList m_colleagues;
    QString m_asking; // what is said once it is saved
    QString m_offered;
};

} // namespace frontsheet
