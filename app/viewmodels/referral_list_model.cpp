#include "app/viewmodels/referral_list_model.h"

#include "app/viewmodels/referral_wording.h"

#include <algorithm>

namespace frontsheet {

void ReferralListModel::clear() {
    m_waiting = m_taken = m_sent = m_toRead = m_ended = m_looseEnds = {};
    m_needingMe = 0;
    setLoaded(false);
    emit changed();
}

void ReferralListModel::refresh() {
    struct Found {
        std::vector<ReferralTrack> waiting;
        std::vector<ReferralTrack> taken;
        std::vector<ReferralTrack> sent;
        std::vector<ReferralTrack> looseEnds;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.waiting, desk.referrals.waitingForMe());
            FS_ASSIGN(found.taken, desk.referrals.takenByMe());
            FS_ASSIGN(found.sent, desk.referrals.sentByMe());
            FS_ASSIGN(found.looseEnds, desk.referrals.looseEnds());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            const ReferralReader reader{wording(), found->directory, me(), session().tablet};
            m_waiting = m_taken = m_sent = m_toRead = m_ended = m_looseEnds = {};
            for (const auto& track : found->waiting) {
                m_waiting << reader.row(track);
            }
            for (const auto& track : found->taken) {
                m_taken << reader.row(track);
            }
            for (const auto& track : found->looseEnds) {
                m_looseEnds << reader.row(track);
            }
            QVariantList others;
            int askedOfMe = 0;
            for (const auto& track : found->sent) {
                QVariantMap row = reader.row(track);
                if (row.value(QStringLiteral("unread")).toBool()) {
                    m_toRead << row;
                } else if (!row.value(QStringLiteral("open")).toBool()) {
                    m_ended << row;
                } else if (row.value(QStringLiteral("needsMyAnswer")).toBool()) {
                    ++askedOfMe;
                    m_sent << row;
                } else {
                    others << row;
                }
            }
            m_sent << others;
            m_needingMe = static_cast<int>(m_waiting.size() + m_toRead.size()) + askedOfMe;
            setLoaded(true);
            emit changed();
        });
}

} // namespace frontsheet
