// ComposeModel: what is to be known before a referral is sent.
#include "app/viewmodels/compose_model.h"
#include "app/viewmodels/referral_wording.h"

#include <utility>

namespace frontsheet {

// One look at a time; what is typed meanwhile is looked at once that is answered.
void ComposeModel::loadCautions() {
    if (m_lookingOut) {
        m_lookAgain = true;
        return;
    }
    m_cautions.clear();
    m_stopped.clear();
    // A concern goes out whatever else there is.
    if (m_concern || chosen() == nullptr || m_person.isNull()) {
        emit cautionsChanged();
        return;
    }
    NewReferral draft = drafted(*chosen());
    draft.need = m_need.trimmed().toStdString();
    struct Looked {
        std::vector<ReferralCaution> cautions;
        Directory directory;
    };
    m_lookingOut = true;
    run(
        Lane::Read,
        [draft](OpenDesk& desk) -> Result<Looked> {
            Looked looked;
            FS_ASSIGN(looked.cautions, desk.referrals.cautions(draft));
            FS_ASSIGN(looked.directory, desk.directory());
            return looked;
        },
        [this](const Result<Looked>& looked) {
            m_lookingOut = false;
            if (std::exchange(m_lookAgain, false)) {
                loadCautions();
                return;
            }
            m_cautions.clear();
            m_stopped.clear();
            if (looked) {
                for (const auto& caution : looked->cautions) {
                    m_cautions << cautionMap(caution, looked->directory);
                    if (caution.stops && m_stopped.isEmpty()) {
                        m_stopped = m_cautions.constLast().toMap().value(QStringLiteral("title")).toString();
                    }
                }
            }
            emit cautionsChanged();
        });
}

QVariantMap ComposeModel::cautionMap(const ReferralCaution& caution, const Directory& directory) const {
    using What = ReferralCaution::What;
    QString title;
    QString text;
    QString action;
    QString referral;
    QString instead;
    const QString service = caution.service ? shown(caution.service->name) : QString{};
    const AgeRange ages = caution.service ? agesOf(*caution.service) : AgeRange{};
    switch (caution.what) {
    case What::PersonHasDied:
        title = tr("Their death is recorded.", "making a referral");
        text =
            tr("Nothing is sent for somebody who has died. The front sheet says who recorded it.", "making a referral");
        break;
    case What::ServiceHasClosed:
        title = tr("%1 takes no referrals any more.", "%1 service").arg(service);
        text = caution.service ? shown(caution.service->closedWords) : QString{};
        if (caution.instead) {
            action = tr("Choose %1", "button, %1 service that took over").arg(shown(caution.instead->name));
            instead = shown(caution.instead->code.str());
        }
        break;
    case What::SameNeedIsOpen:
    case What::SameServiceHasOne: {
        const ReferralReader reader{wording(), directory, me(), session().tablet};
        const auto& open = *caution.open;
        title = caution.what == What::SameNeedIsOpen
                    ? tr("A referral for this is open already.", "making a referral")
                    : tr("One to the same service is open already.", "making a referral");
        text =
            tr("%1, sent %3 by %2. %4 has it.",
               "an open referral: %1 quoted need, %2 worker, %3 date, %4 worker or service that it is with")
                .arg(ReferralReader::quoted(open.need), reader.workerName(open.fromWorker), wording().date(open.sentAt),
                     open.acceptedBy.empty() ? reader.receiver(open) : reader.workerName(open.acceptedBy));
        action = tr("Look at that one", "button: open the referral that there is");
        referral = shown(open.id.hex());
        break;
    }
    case What::TooYoung:
        title = tr("%1 is for people of %2 and over.", "%1 service, %2 years").arg(service).arg(ages.from);
        break;
    case What::TooOld:
        title = tr("%1 is for people of up to %2.", "%1 service, %2 years").arg(service).arg(ages.to);
        break;
    case What::OtherArea:
        title = tr("%1 is for %2 alone.", "%1 service, %2 place")
                    .arg(service, caution.service ? shown(caution.service->routedBy) : QString{});
        break;
    case What::NobodyThere:
        title = tr("Nobody at %1 covers where they live.", "%1 service").arg(service);
        text = tr("Whoever is on duty there has it. Ring them first.", "making a referral");
        break;
    }
    return {{QStringLiteral("stops"), caution.stops}, {QStringLiteral("title"), title},
            {QStringLiteral("text"), text},           {QStringLiteral("action"), action},
            {QStringLiteral("referral"), referral},   {QStringLiteral("service"), instead}};
}

} // namespace frontsheet
