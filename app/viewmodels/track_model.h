// One referral: its true state and clock, the messages, and what this worker may do with it.
#pragma once

#include "app/viewmodels/page_model.h"
#include "app/viewmodels/referral_wording.h"

#include <QVariantList>

#include <set>

namespace frontsheet {

class TrackModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString referralId READ referralId NOTIFY changed)
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString personName READ personName NOTIFY changed)
    Q_PROPERTY(QString need READ need NOTIFY changed)
    Q_PROPERTY(
        QVariantMap page READ page NOTIFY
            changed) // {toLine, badge, asked, headline, under, waits, chip, clock, suggestion, next, detour, main, duty}
    Q_PROPERTY(QVariantList stages READ stages NOTIFY changed) // Thread
    // {author, badge, when, text, mine, waiting, fresh, state}; `fresh`: to this worker, and not read before the page was opened
    Q_PROPERTY(QVariantList messages READ messages NOTIFY changed)
    Q_PROPERTY(bool unread READ unread NOTIFY changed) // whether any is to be said of as read
    // What this worker may do now, by the referral's state machine.
    Q_PROPERTY(bool mayReview READ mayReview NOTIFY changed) // say that an answer is being decided
    Q_PROPERTY(bool mayAccept READ mayAccept NOTIFY changed)
    Q_PROPERTY(bool mayAsk READ mayAsk NOTIFY changed)
    Q_PROPERTY(bool mayDecline READ mayDecline NOTIFY changed)
    Q_PROPERTY(bool mayStart READ mayStart NOTIFY changed)
    Q_PROPERTY(bool mayComplete READ mayComplete NOTIFY changed)
    Q_PROPERTY(bool mayGiveInformation READ mayGiveInformation NOTIFY changed)
    Q_PROPERTY(bool mayWithdraw READ mayWithdraw NOTIFY changed)
    Q_PROPERTY(bool mayPassOn READ mayPassOn NOTIFY changed)           // to another desk of the receiver's agency
    Q_PROPERTY(bool mayNoteContact READ mayNoteContact NOTIFY changed) // the first with the person
    Q_PROPERTY(bool mayReadOutcome READ mayReadOutcome NOTIFY changed) // it closes the loop
    Q_PROPERTY(bool mayReopen READ mayReopen NOTIFY changed)
    Q_PROPERTY(bool mayFollow READ mayFollow NOTIFY changed) // declined: another may go to whoever was suggested
    // Where it could be passed on to, or who could take it instead: {title, detail, badge, service, worker}; by findDesks().
    Q_PROPERTY(QVariantList desks READ desks NOTIFY desksChanged)
    Q_PROPERTY(bool receiving READ receiving NOTIFY changed) // this worker's side answers
    Q_PROPERTY(QString writeTo READ writeTo NOTIFY changed)  // whom a message goes to
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    // Its home has not answered for too long (LockedRow's keys): in place of everything else. `isCovered`: it is so.
    Q_PROPERTY(QVariantMap covered READ covered NOTIFY changed)
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY changed)

public:
    enum Reply { StartReview, AskForInformation, Accept, Decline, Start, Complete };
    Q_ENUM(Reply)

    explicit TrackModel(Session& session, QObject* parent = nullptr);

    // Opening it as the receiver tells the sender that it was seen.
    Q_INVOKABLE void open(const QString& referralId);
    Q_INVOKABLE void answer(frontsheet::TrackModel::Reply reply, const QString& words, const QString& suggestion = {},
                            const QString& service = {});
    // Looks for desks by name, need or worker: of the receiver's own agency, or any but it. Empty words: all, or those of the need.
    enum Desks { OwnDesks, OtherServices };
    Q_ENUM(Desks)
    Q_INVOKABLE void findDesks(frontsheet::TrackModel::Desks which, const QString& typed);
    Q_INVOKABLE void passOn(const QString& service, const QString& worker, const QString& because);
    // Overdue, or whoever it names is away: to the deputy, else to the desk, for whoever is on duty.
    Q_INVOKABLE void sendToDuty();
    // Rung or seen `daysAgo` days ago; today is now.
    Q_INVOKABLE void noteContact(int daysAgo, const QString& words);
    Q_INVOKABLE void reopen(const QString& because);
    Q_INVOKABLE void outcomeRead();
    Q_INVOKABLE void giveInformation(const QString& text);
    Q_INVOKABLE void withdraw(const QString& reason);
    Q_INVOKABLE void sendMessage(const QString& text);
    // The page shows them.
    Q_INVOKABLE void readMessages();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString referralId() const { return m_referralId; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString personName() const { return m_personName; }
    [[nodiscard]] QString need() const { return m_need; }
    [[nodiscard]] QVariantMap page() const { return m_page; }
    [[nodiscard]] QVariantList stages() const { return m_stages; }
    [[nodiscard]] QVariantList messages() const { return m_messages; }
    [[nodiscard]] bool unread() const { return m_unread; }
    [[nodiscard]] bool mayReview() const {
        return m_receiving && m_state == ReferralState::Sent && may(ReferralState::UnderReview);
    }
    [[nodiscard]] bool mayAccept() const { return m_receiving && may(ReferralState::Accepted); }
    [[nodiscard]] bool mayAsk() const { return m_receiving && may(ReferralState::InfoAsked); }
    [[nodiscard]] bool mayDecline() const { return m_receiving && may(ReferralState::Declined); }
    [[nodiscard]] bool mayStart() const { return m_receiving && may(ReferralState::Started); }
    [[nodiscard]] bool mayComplete() const { return m_receiving && may(ReferralState::Completed); }
    [[nodiscard]] bool mayGiveInformation() const { return m_sending && m_state == ReferralState::InfoAsked; }
    [[nodiscard]] bool mayWithdraw() const { return m_sending && may(ReferralState::Withdrawn); }
    [[nodiscard]] bool mayPassOn() const { return m_mayPassOn; }
    [[nodiscard]] bool mayNoteContact() const { return m_mayNoteContact; }
    [[nodiscard]] bool mayReadOutcome() const { return m_mayReadOutcome; }
    [[nodiscard]] bool mayReopen() const { return m_sending && !isOpen(m_state) && may(ReferralState::Sent); }
    [[nodiscard]] bool mayFollow() const { return m_sending && m_state == ReferralState::Declined; }
    [[nodiscard]] QVariantList desks() const { return m_desks; }
    [[nodiscard]] bool receiving() const { return m_receiving; }
    [[nodiscard]] QString writeTo() const { return m_writeTo; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QVariantMap covered() const { return m_covered; }
    [[nodiscard]] bool isCovered() const { return m_isCovered; }

signals:
    void changed();
    void busyChanged();
    void desksChanged();
    // An answer, message or withdrawal is committed.
    void done();
    // It is another desk's now, and soon not here any more.
    void passedOn();

private:
    [[nodiscard]] bool may(ReferralState to) const;
    void word(const ReferralTrack& track, const Directory& directory);
    // Of this worker's own: who has read it, or that nobody has. Empty while it waits to be sent.
    [[nodiscard]] QString readingOf(const ReferralMessageView& message, const Directory& directory) const;
    void wordDetour(const ReferralTrack& track, const Directory& directory);
    // Says whose it is, since when, and the way back; what the page showed of it before goes.
    void cover(const Error& why);
    void empty();
    template <class Job>
    void act(Job job);
    template <class Job, class Then>
    void act(Job job, Then then);

    QString m_referralId;
    RecordId m_referral;
    AgencyId m_home; // of what the page shows, or did before it was covered
    QVariantMap m_covered;
    bool m_isCovered = false;
    QString m_personId;
    QString m_personName;
    QString m_need;
    QString m_writeTo;
    QVariantMap m_page;
    QVariantList m_stages;
    QVariantList m_messages;
    std::set<RecordId> m_fresh; // of its messages; until another referral is opened
    bool m_unread = false;
    ReferralState m_state = ReferralState::Completed;
    QVariantList m_desks;
    std::uint64_t m_desksAsked = 0;
    AgencyId m_receiver;
    Referrals::Desk m_here;   // where it is
    Referrals::Desk m_detour; // where it would better go
    QString m_detourWhy;
    bool m_mayPassOn = false;
    bool m_mayNoteContact = false;
    bool m_mayReadOutcome = false;
    bool m_receiving = false;
    bool m_sending = false;
    bool m_busy = false;
};

} // namespace frontsheet
