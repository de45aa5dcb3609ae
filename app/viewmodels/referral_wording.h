// How a referral stands, in words: chip, clock, stages. Presentation only; the states are core/domain's.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/decision.h"
#include "core/usecases/referrals.h"

#include <QVariantList>

namespace frontsheet {

// StateChip.Kind of qml/controls.
enum class ChipKind : int { Outline = 0, Tint = 1, Amber = 2, Solid = 3 };

struct ReferralReader {
    const Wording& wording;
    const Directory& directory;
    const Principal& me;
    bool tablet = true;

    // Sent from this worker's side: within one agency only by themselves.
    [[nodiscard]] bool isSender(const ReferralSummary& r) const { return sideOf(me, r) == ReferralSide::Sender; }
    // {text, iconName, kind}
    [[nodiscard]] QVariantMap chip(const ReferralTrack& track) const;
    // {used, words, until, what, late}; `words` empty when no clock runs.
    [[nodiscard]] QVariantMap clock(const ReferralTrack& track) const;
    // What it is about; of a concern that it is one.
    [[nodiscard]] static QString need(const ReferralSummary& r);
    // What ReferralRow shows: id, personId, personName, need, chip, clock, badge, detail, when, passed, total, waiting.
    // With them unread: it has ended with words that this worker has not read; needsMyAnswer: it asks this worker something.
    [[nodiscard]] QVariantMap row(const ReferralTrack& track) const;
    // What Thread shows.
    [[nodiscard]] QVariantList stages(const ReferralTrack& track) const;
    [[nodiscard]] QString workerName(const WorkerId& worker) const;
    // "Sam Whitlock has this": who acts next, in a sentence, and under it more.
    [[nodiscard]] QString headline(const ReferralTrack& track) const;
    [[nodiscard]] QString underHeadline(const ReferralTrack& track) const;
    // The service's or worker's name it went to.
    [[nodiscard]] QString receiver(const ReferralSummary& r) const;
    [[nodiscard]] QString agencyName(const AgencyId& code) const;
    // "Waits for Bethan Price since today, 09:10."; empty when nobody is waited for.
    [[nodiscard]] QString waits(const ReferralTrack& track) const;
    // "Read by Lena Wójcik today, 10:02." or that nobody has yet; empty while there is nothing to read.
    [[nodiscard]] QString readLine(const ReferralTrack& track) const;
    // Where it was before: "Bethan Price, then Placement review".
    [[nodiscard]] QString wasWith(const ReferralTrack& track) const;
    // Opened again and passed on, as stages of the thread.
    [[nodiscard]] QString lateWords(const ReferralTrack& track) const;
    [[nodiscard]] QVariantList detours(const ReferralTrack& track) const;
    // Whose outcome it is to read, and it is this worker's.
    [[nodiscard]] bool isMineToRead(const ReferralTrack& track) const;
    [[nodiscard]] static QString quoted(const std::string& words);

    Q_DECLARE_TR_FUNCTIONS(frontsheet::ReferralReader)
};

} // namespace frontsheet
