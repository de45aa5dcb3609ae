// The plan in words, row by row: what PlanTab shows. Presentation only; order, sums and who may do what are core/domain's.
#pragma once

#include "app/viewmodels/referral_wording.h"
#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/usecases/care_records.h"

#include <QVariantList>

#include <span>

namespace frontsheet {

// Every row has `id` (the record), `badge` (whose it is), `unsent` (still on this device), `editable` and `endings` (ending_wording.h).
struct PlanReader {
    const Wording& wording;
    const Directory& directory;
    const Principal& me;
    const PersonsPlan& plan;
    QString called; // the person, as people say it
    bool tablet = true;

    // {owner, ownerMine, role, phone, since, summary, agreed, review, reviewLate, closed, continues, offer, offerWords, mayOffer, mayTakeBack, mayAnswer,
    // mayClose, mine}
    [[nodiscard]] QVariantMap lead(const Record& record) const;
    // What to do about two leads, in a sentence for this worker; empty: there is one, or none.
    [[nodiscard]] QString twoLeads() const;
    // {who, own, words, how, about, asked}: `asked` false: nobody asked, and `words` says why.
    [[nodiscard]] QVariantMap view(const Record& record) const;
    // The same of what they said at their discharge or at a review. Not editable: that is the placement's.
    [[nodiscard]] QVariantMap wish(const care::OwnWords& said) const;
    // {text, chip, unmet, why, meanwhile, next, late, says, detail, provisions: [words], waits}
    [[nodiscard]] QVariantMap need(const Record& record) const;
    // {text, chip, looksLike, by, late, result}
    [[nodiscard]] QVariantMap goal(const Record& record) const;
    // {text, chip, owner, mine, due, late, waits, waitsForMe, need, detail, place, answer, report, asked, ended, mayAccept, mayDecline, mayReport, mayPass,
    // mayCancel, agency, worker}
    [[nodiscard]] QVariantMap action(const care::PlannedAction& planned) const;
    // {text, chip, provider, when, allocated, delivered, less, cost, payers, because, ended}
    [[nodiscard]] QVariantMap line(const Record& record) const;
    // {allocated, delivered, cost, payers: [{who, amount}]}
    [[nodiscard]] QVariantMap totals() const;
    // {parts: [{heading, words}], numbers: [{who, number}], agreed}
    [[nodiscard]] QVariantMap crisis(const Record& record) const;
    // {name, relation, willing, words, hours, ifUnable, assessment}
    [[nodiscard]] QVariantMap carer(const Record& record) const;
    // "5 open, 1 overdue"
    [[nodiscard]] QString actionCount() const;

    [[nodiscard]] QString workerName(const WorkerId& worker) const;
    [[nodiscard]] bool isMe(const AgencyId& agency, const WorkerId& worker) const;
    // The keys of every row.
    [[nodiscard]] QVariantMap row(const Record& record, const QString& trailing = {}) const;

    Q_DECLARE_TR_FUNCTIONS(frontsheet::PlanReader)
};

// StateChip's {text, iconName, kind}.
[[nodiscard]] QVariantMap stateChip(const QString& text, const char* icon, ChipKind kind = ChipKind::Outline);
// What can be rung of lines such as "Crisis line 01632 960 906": {who, number}.
[[nodiscard]] QVariantList numbersIn(const QString& text);
// "4 days overdue"; empty: in time.
[[nodiscard]] QString overdue(int days);

// What a code of a record's field is called, as its form calls it.
[[nodiscard]] QString choiceWords(RecordType type, FieldTag field, std::string_view code);

} // namespace frontsheet
