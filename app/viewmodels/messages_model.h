// Messages from worker to worker: unread ones on Today, and what was said about one person, with a reply that is kept as it is typed.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/messages.h"

#include <QTimer>
#include <QVariantList>

namespace frontsheet {

class MessagesModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // {id, personId, referralId, name, from, badge, when, text, toDuty}: of everybody, oldest first; `referralId` empty: about the person
    Q_PROPERTY(QVariantList unread READ unread NOTIFY changed)
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    Q_PROPERTY(QString called READ called NOTIFY changed)
    // {id, author, badge, when, text, about, mine, waiting, state, mayRead, mayReply}: about this person, oldest first. `about`: one record of
    // theirs, in a line; empty: the person
    Q_PROPERTY(QVariantList said READ said NOTIFY changed)
    // {name, role, badge, chosen}: to whom one may write about this person
    Q_PROPERTY(QVariantList readers READ readers NOTIFY written)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY written)
    Q_PROPERTY(QString replyTo READ replyTo NOTIFY written) // "Replying to Sam Whitlock"; empty: a new message
    Q_PROPERTY(QString about READ about NOTIFY written)     // the record that it is about, in a line; empty: the person
    Q_PROPERTY(bool maySend READ maySend NOTIFY written)
    Q_PROPERTY(QString keptLine READ keptLine NOTIFY written)
    Q_PROPERTY(bool comesFirst READ comesFirst NOTIFY written) // something unsent stands where asking was to be

public:
    explicit MessagesModel(Session& session, QObject* parent = nullptr);

    Q_INVOKABLE void open(const QString& personId);
    // A new message about one record of theirs; what was left unsent keeps its words.
    Q_INVOKABLE void writeAbout(const QString& recordId);
    Q_INVOKABLE void writeAboutThePerson();
    // Words that ask whoever is involved from an agency to take this worker onto its care team, for them to send. What was left
    // unsent keeps its words and its reader, and is said to come first.
    Q_INVOKABLE void askToBeInvolved(const QString& agency);
    Q_INVOKABLE void markRead(const QString& messageId);
    Q_INVOKABLE void reply(const QString& messageId);
    Q_INVOKABLE void replyToNobody();
    Q_INVOKABLE void chooseReader(int reader);
    Q_INVOKABLE void send();
    void flush();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList unread() const { return m_unread; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString called() const { return m_called; }
    [[nodiscard]] QVariantList said() const { return m_said; }
    [[nodiscard]] QVariantList readers() const;
    [[nodiscard]] QString text() const { return shown(m_draft.text); }
    [[nodiscard]] QString replyTo() const;
    [[nodiscard]] QString about() const { return m_about; }
    [[nodiscard]] bool maySend() const;
    [[nodiscard]] QString keptLine() const;
    [[nodiscard]] bool comesFirst() const { return m_comesFirst; }
    void setText(const QString& text);

signals:
    void opened();
    void changed();
    void written();
    void sent();
    void begun(); // a message about one record is to be written now

private:
    struct Found;
    void show(Found found);
    // Where its record is not on this device, or says nothing in words, it is named as something on the plan.
    [[nodiscard]] static QString aboutWords(const std::string& line);
    [[nodiscard]] QString stateOf(const MessageShown& message, const Directory& directory) const;
    void touched();
    // Once what was left and whom one may write to are both known.
    void ask();
    // What the draft is about, in a line, from its record.
    void lookAbout();

    QVariantList m_unread;
    QString m_personId;
    PersonId m_person;
    QString m_called;
    QVariantList m_said;
    std::vector<WorkerEntry> m_readers;
    Directory m_directory;
    NewMessage m_draft;
    QString m_about;
    AgencyId m_asking; // whom to ask to be involved, until it can be written
    bool m_leftKnown = false;
    bool m_comesFirst = false;
    RecordId m_wanted; // what is to be written about, while what was left is still being read
    // The id under which it is kept, null until then. Read and written by jobs alone, which run one after another.
    struct Slot {
        RecordId record;
    };
    std::shared_ptr<Slot> m_slot = std::make_shared<Slot>();
    WallTime m_keptAt;
    bool m_unkept = false;
    QTimer m_keeping;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
};

} // namespace frontsheet
