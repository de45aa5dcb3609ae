#include "app/viewmodels/today_model.h"

#include "app/viewmodels/referral_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/contact_note.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kProposalsCounted = 200;
constexpr std::size_t kAskedShown = 50;

struct Draft {
    Record note;
    std::string personName;
};

struct Found {
    std::vector<ReferralTrack> waiting;
    std::vector<ReferralTrack> taken;
    std::vector<ReferralTrack> sent;
    std::vector<ReviewDue> reviews;
    std::vector<Draft> drafts;
    RecordReader::CaseloadPage people;
    std::size_t proposals = 0;
    std::vector<ToldUs> asked;
    Directory directory;
};

Result<Found> find(OpenDesk& desk) {
    Found found;
    FS_ASSIGN(found.waiting, desk.referrals.waitingForMe());
    FS_ASSIGN(found.taken, desk.referrals.takenByMe());
    FS_ASSIGN(found.sent, desk.referrals.sentByMe());
    FS_ASSIGN(found.reviews, desk.placements.reviewsDue());
    FS_ASSIGN(auto drafts, desk.notes.drafts());
    std::vector<PersonId> about;
    for (const auto& note : drafts) {
        about.push_back(note.person);
    }
    FS_ASSIGN(const auto who, desk.workplace.reader.personRows(about));
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        found.drafts.push_back({std::move(drafts[i]), bannerName(who[i].familyName, who[i].givenName, who[i].title)});
    }
    FS_ASSIGN(found.people, desk.people.caseload(RecordReader::CaseloadOf::Worker, 0, tuning::kTodayRows * 2));
    FS_ASSIGN(const auto proposals, desk.people.proposals(kProposalsCounted));
    found.proposals = proposals.size();
    FS_ASSIGN(found.asked, desk.permissions.toAcknowledge(kAskedShown));
    FS_ASSIGN(found.directory, desk.directory());
    return found;
}

bool isAnswered(const ReferralTrack& track) {
    const bool answered = track.referral.answeredAt.isKnown() && track.referral.state != ReferralState::UnderReview;
    return answered || track.outcomeUnread;
}

} // namespace

void TodayModel::clear() {
    m_waiting = m_taken = m_reviews = m_drafts = m_answers = m_unanswered = m_people = m_asked = {};
    m_reviewsAside.clear();
    m_peopleTotal = m_proposals = 0;
    setLoaded(false);
    emit changed();
}

void TodayModel::refresh() {
    run(Lane::Read, find, [this](Result<Found> found) {
        if (!found) {
            fail(found.error());
            return;
        }
        const ReferralReader reader{wording(), found->directory, me(), session().tablet};
        m_date = wording().todayInFull();
        m_waiting = m_taken = m_drafts = m_answers = m_unanswered = m_people = m_asked = {};
        for (const auto& track : found->waiting) {
            m_waiting << reader.row(track);
        }
        for (const auto& track : found->taken) {
            m_taken << reader.row(track);
        }
        wordReviews(found->reviews, found->directory);
        for (const auto& draft : found->drafts) {
            const QString words = shown(draft.note.fields.get(contact_note::kText)).simplified();
            m_drafts << QVariantMap{
                {QStringLiteral("id"), shown(draft.note.id.hex())},
                {QStringLiteral("personId"), shown(draft.note.person.hex())},
                {QStringLiteral("personName"), shown(draft.personName)},
                {QStringLiteral("words"), words.size() > 120 ? words.left(119) + QStringLiteral("…") : words},
                {QStringLiteral("when"), wording().dateTime(draft.note.occurredAt)}};
        }
        // What asks something of you stands first, then what you have not read, then the newest answer.
        std::stable_sort(found->sent.begin(), found->sent.end(), [](const ReferralTrack& a, const ReferralTrack& b) {
            const auto rank = [](const ReferralTrack& track) {
                return track.referral.state == ReferralState::InfoAsked ? 0 : track.outcomeUnread ? 1 : 2;
            };
            const WallTime newsA = std::max(a.referral.answeredAt, a.referral.outcomeAt);
            const WallTime newsB = std::max(b.referral.answeredAt, b.referral.outcomeAt);
            return rank(a) != rank(b) ? rank(a) < rank(b) : newsA > newsB;
        });
        for (const auto& track : found->sent) {
            if (isAnswered(track)) {
                // An outcome stays here until it is read, however many there are.
                if (track.outcomeUnread || m_answers.size() < tuning::kTodayRows) {
                    m_answers << reader.row(track);
                }
            } else if (isOpen(track.referral.state)) {
                m_unanswered << reader.row(track);
            }
        }
        for (const auto& person : found->people.rows) {
            QVariantList agencies;
            for (const auto& agency : person.agencies) {
                agencies << badge(found->directory.agency(agency));
            }
            m_people << QVariantMap{
                {QStringLiteral("personId"), shown(person.person.hex())},
                {QStringLiteral("name"), shown(bannerName(person.familyName, person.givenName, person.title))},
                {QStringLiteral("age"), wording().age(person.born)},
                {QStringLiteral("born"), wording().bornOn(person.born)},
                {QStringLiteral("town"), shown(person.town)},
                {QStringLiteral("agencies"), agencies}};
        }
        for (const auto& asked : found->asked) {
            const bool objection = asked.statement.kind != sharing::StatementKind::Permission;
            m_asked << QVariantMap{
                {QStringLiteral("personId"), shown(asked.person.hex())},
                {QStringLiteral("name"), shown(asked.personName)},
                {QStringLiteral("text"),
                 asked.statement.withdrawnAt.isKnown() ? tr("Taken back. Say that you know.", "notice of a permission")
                 : objection ? tr("Asked to stop sharing. Say that it is done.", "notice of an objection")
                             : tr("May be shared. Say that you know.", "notice of a permission")},
                {QStringLiteral("badge"),
                 badge(found->directory.agency(asked.from), wording().date(asked.receivedAt))}};
        }
        m_peopleTotal = static_cast<int>(found->people.total);
        m_proposals = static_cast<int>(found->proposals);
        setLoaded(true);
        emit changed();
    });
}

void TodayModel::wordReviews(const std::vector<ReviewDue>& reviews, const Directory& directory) {
    m_reviews = {};
    int overdue = 0;
    int soon = 0;
    for (const auto& review : reviews) {
        const auto& placement = review.placement;
        const bool late = review.daysLeft < 0;
        overdue += late ? 1 : 0;
        soon += !late && review.daysLeft <= tuning::kReviewSoonDays ? 1 : 0;
        const QString on = wording().isoDate(placement.reviewDue);
        m_reviews << QVariantMap{
            {QStringLiteral("personId"), shown(review.person.person.hex())},
            {QStringLiteral("placementId"), shown(placement.id.hex())},
            {QStringLiteral("name"),
             shown(bannerName(review.person.familyName, review.person.givenName, review.person.title))},
            {QStringLiteral("age"), wording().age(review.person.born)},
            {QStringLiteral("home"), shown(placement.placedAt)},
            {QStringLiteral("since"), tr("%n day(s) since discharge", "placement", review.daysSinceDischarge)},
            {QStringLiteral("wish"), placement.ownWish.empty() ? QString{} : ReferralReader::quoted(placement.ownWish)},
            {QStringLiteral("due"), late                   ? tr("%n day(s) overdue", "review", -review.daysLeft)
                                    : review.daysLeft == 0 ? tr("Review today", "placement")
                                                           : tr("Review in %n day(s)", "placement", review.daysLeft)},
            {QStringLiteral("on"), on},
            {QStringLiteral("overdue"), late},
            {QStringLiteral("badge"), badge(directory.agency(placement.agency))}};
    }
    QStringList aside;
    if (overdue > 0) {
        aside << tr("%n overdue", "reviews", overdue);
    }
    if (soon > 0) {
        aside << tr("%n due in 7 days", "reviews", soon);
    }
    m_reviewsAside = aside.join(QStringLiteral(", "));
}

} // namespace frontsheet
