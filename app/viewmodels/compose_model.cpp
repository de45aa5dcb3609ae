#include "app/viewmodels/compose_model.h"

#include "app/viewmodels/audience_wording.h"

#include <array>

namespace frontsheet {

namespace {

constexpr std::array kUrgencies{"routine", "soon", "today"};

} // namespace

QStringList ComposeModel::urgencies() const {
    return {tr("Routine", "how soon a referral is needed"), tr("Soon", "how soon a referral is needed"),
            tr("Today", "how soon a referral is needed")};
}

QString ComposeModel::promise() const {
    if (chosen() == nullptr) {
        return {};
    }
    const Receiver& to = *chosen();
    if (m_urgency == 2) {
        return tr("%1 answers the same day. If not, your Today says so.", "%1 worker or service").arg(to.who);
    }
    return to.within.isEmpty() ? QString{}
                               : tr("%1 answers within %2. If not, your Today says so.",
                                    "%1 worker or service, %2 such as 2 working days")
                                     .arg(to.who, to.within);
}

void ComposeModel::open(const QString& personId, const QString& serviceId, const QString& need) {
    m_personId = personId;
    m_person = PersonId::fromHex(personId.toStdString()).value_or(PersonId{});
    m_wanted = ServiceId{serviceId.toStdString()};
    m_concern = false;
    m_need = need;
    m_reason.clear();
    m_urgency = 0;
    m_search.clear();
    m_receivers.clear();
    m_rows.clear();
    m_receiver = -1;
    m_needFault.clear();
    m_receiverFault.clear();
    m_objection.clear();
    m_despite.clear();
    m_follows = {};
    m_cautions.clear();
    m_stopped.clear();
    m_sending = false;
    dismissError();
    setLoaded(false);
    emit opened();
    emit concernChanged();
    emit textChanged();
    emit searchChanged();
    emit receiversChanged();
    emit faultsChanged();
    emit objectionChanged();
    emit cautionsChanged();
    loadReceivers();
}

void ComposeModel::openAfter(const QString& referralId) {
    const auto id = RecordId::fromHex(referralId.toStdString()).value_or(RecordId{});
    run(
        Lane::Read, [id](OpenDesk& desk) { return desk.referrals.track(id); },
        [this, id](const Result<ReferralTrack>& declined) {
            if (!declined) {
                fail(declined.error());
                return;
            }
            const auto& r = declined->referral;
            open(shown(r.person.hex()), shown(declined->course.suggestedService.str()), shown(r.need));
            m_follows = id;
            setReason(shown(r.reason));
        });
}

void ComposeModel::choose(const QString& serviceId) {
    m_wanted = ServiceId{serviceId.toStdString()};
    m_search.clear();
    emit searchChanged();
    loadReceivers();
}

void ComposeModel::setDespite(const QString& why) {
    if (why != m_despite) {
        m_despite = why;
        emit objectionChanged();
    }
}

// Whether the person has said no to the agency that is chosen.
void ComposeModel::askObjection() {
    m_objection.clear();
    emit objectionChanged();
    if (chosen() == nullptr) {
        return;
    }
    struct Found {
        bool objects = false;
        AgencyEntry agency;
    };
    const AgencyId to = chosen()->agency;
    const auto category = m_concern ? Category::Safeguarding : Category::Referral;
    run(
        Lane::Read,
        [person = m_person, to, category](OpenDesk& desk) -> Result<Found> {
            FS_ASSIGN(const bool objects, desk.permissions.objects(person, to, category));
            FS_ASSIGN(const auto directory, desk.directory());
            return Found{objects, directory.agency(to)};
        },
        [this, receiver = m_receiver, person = m_person, concern = m_concern](const Result<Found>& found) {
            const bool same = receiver == m_receiver && person == m_person && concern == m_concern;
            if (!found || !same || !found->objects) {
                return;
            }
            m_objection = tr("They said no to %1 being told.", "%1 agency").arg(shown(found->agency.name));
            emit objectionChanged();
            loadAudience(); // a concern has other readers
        });
}

void ComposeModel::clear() {
    ++m_question;
    m_personId.clear();
    m_person = {};
    m_concern = false;
    m_need.clear();
    m_reason.clear();
    m_receivers.clear();
    m_rows.clear();
    m_receiver = -1;
    loadAudience();
    m_objection.clear();
    m_despite.clear();
    m_follows = {};
    m_cautions.clear();
    m_stopped.clear();
    emit cautionsChanged();
    emit objectionChanged();
    emit opened();
    emit concernChanged();
    emit textChanged();
    emit receiversChanged();
}

void ComposeModel::setConcern(bool concern) {
    if (concern == m_concern) {
        return;
    }
    m_concern = concern;
    m_search.clear();
    m_needFault.clear();
    m_receiverFault.clear();
    emit concernChanged();
    emit searchChanged();
    emit faultsChanged();
    loadReceivers();
}

const ComposeModel::Receiver* ComposeModel::chosen() const {
    return m_receiver < 0 || m_receiver >= static_cast<int>(m_receivers.size())
               ? nullptr
               : &m_receivers[static_cast<std::size_t>(m_receiver)];
}

void ComposeModel::setNeed(const QString& need) {
    if (need != m_need) {
        m_need = need;
        m_needFault.clear();
        emit textChanged();
        emit faultsChanged();
        loadCautions();
    }
}

void ComposeModel::setReason(const QString& reason) {
    if (reason != m_reason) {
        m_reason = reason;
        emit textChanged();
    }
}

void ComposeModel::setUrgency(int urgency) {
    if (urgency != m_urgency && urgency >= 0 && urgency < static_cast<int>(kUrgencies.size())) {
        m_urgency = urgency;
        emit textChanged();
        emit receiversChanged();
    }
}

void ComposeModel::setReceiver(int index) {
    if (index != m_receiver && index < static_cast<int>(m_receivers.size())) {
        m_receiver = index;
        m_receiverFault.clear();
        emit receiversChanged();
        emit faultsChanged();
        loadAudience();
        askObjection();
        loadCautions();
    }
}

void ComposeModel::loadAudience() {
    const auto asked = ++m_audienceAsked;
    if (m_person.isNull() || chosen() == nullptr) {
        m_audience.clear();
        m_audienceSource.clear();
        emit audienceChanged();
        return;
    }
    NewReferral draft = drafted(*chosen());
    draft.need = "-"; // what is needed decides nothing
    run(
        Lane::Read,
        [draft](OpenDesk& desk) -> Result<WhoSees> {
            FS_ASSIGN(const auto record, desk.referrals.draftOf(draft));
            return desk.sharing.whoWillSee(record);
        },
        [this, asked](const Result<WhoSees>& seen) {
            if (asked != m_audienceAsked || !seen) {
                return;
            }
            auto words = audienceWords(*seen, me(), wording());
            m_audience = std::move(words.parts);
            m_audienceSource = std::move(words.source);
            emit audienceChanged();
        });
}

NewReferral ComposeModel::drafted(const Receiver& to) const {
    NewReferral referral;
    referral.person = m_person;
    referral.toAgency = to.agency;
    referral.toService = to.service;
    referral.toWorker = to.worker;
    referral.follows = m_follows;
    referral.kind = m_concern || !m_objection.isEmpty() ? NewReferral::Kind::Concern : NewReferral::Kind::Referral;
    return referral;
}

void ComposeModel::setSearch(const QString& typed) {
    if (typed != m_search) {
        m_search = typed;
        emit searchChanged();
        loadReceivers();
    }
}

void ComposeModel::send() {
    if (m_sending) {
        return;
    }
    m_needFault = !m_need.trimmed().isEmpty() ? QString{}
                  : m_concern                 ? tr("Say in a line what worries you.")
                                              : tr("Say in a line what is needed.");
    m_receiverFault = chosen() == nullptr ? tr("Choose who this goes to.") : QString{};
    if (m_receiverFault.isEmpty() && !m_stopped.isEmpty()) {
        m_receiverFault = m_stopped;
    }
    if (m_receiverFault.isEmpty() && !m_objection.isEmpty() && m_despite.trimmed().isEmpty()) {
        m_receiverFault = tr("Say why they must be told all the same, or choose somebody else.");
    }
    if (!m_needFault.isEmpty() || !m_receiverFault.isEmpty()) {
        emit faultsChanged();
        return;
    }
    NewReferral referral = drafted(*chosen());
    referral.need = m_need.trimmed().toStdString();
    referral.reason = m_reason.trimmed().toStdString();
    referral.urgency = kUrgencies[static_cast<std::size_t>(m_urgency)];
    if (!m_objection.isEmpty()) {
        referral.despiteObjection = m_despite.trimmed().toStdString();
    }
    m_sending = true;
    emit faultsChanged();
    run(
        Lane::Save,
        [referral](OpenDesk& desk) {
            auto id = desk.referrals.send(referral);
            desk.syncSoon();
            return id;
        },
        [this](Result<RecordId> id) {
            m_sending = false;
            emit faultsChanged();
            if (!id) {
                fail(id.error());
                return;
            }
            emit sent(shown(id->hex()));
        });
}

} // namespace frontsheet
