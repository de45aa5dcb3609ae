#include "app/viewmodels/proposals_model.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/registration.h"

#include <algorithm>
#include <iterator>

namespace frontsheet {

namespace {

constexpr std::size_t kShown = 100;

// What the index compared, code by code (core/domain/matching/evidence.h), as sentences. It keeps codes and no values, so
// that evidence can be shown where the other agency's record is not.
struct Compared {
    const char* code;
    const char* mark; // same, differs, none
    const char* words;
};
constexpr Compared kCompared[] = {
    {"number-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The NHS number is the same.")},
    {"number-one-slip", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "One NHS number is invalid, and one slip away from the other.")},
    {"number-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The NHS numbers differ, and both are valid.")},
    {"number-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "There is no NHS number to compare.")},
    {"name-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The name is the same.")},
    {"name-short-form", "same",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The names go together: a short form, or another spelling.")},
    {"name-maybe-short-form", "none",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The forenames may be used for one another.")},
    {"name-partial", "none", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "One name is part of the other.")},
    {"name-one-letter-off", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The names are one letter apart.")},
    {"name-initial", "none",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The forenames agree in the first alone, or in its initial.")},
    {"name-family-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The forename is the same, the surname is not.")},
    {"name-given-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The surname is the same, the forename is not.")},
    {"name-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The names differ.")},
    {"name-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "Part of a name is missing.")},
    {"born-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The date of birth is the same.")},
    {"born-same-weak", "none",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel",
                       "The date of birth is the same, but one that is given where none is known.")},
    {"born-consistent", "same",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The year of birth is the same; one side has no day.")},
    {"born-day-month-swapped", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The dates of birth have day and month exchanged.")},
    {"born-one-part-off", "differs",
     QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The dates of birth differ in one part.")},
    {"born-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The dates of birth differ.")},
    {"born-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "There is no date of birth to compare.")},
    {"postcode-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The postcode is the same.")},
    {"postcode-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The postcodes differ.")},
    {"address-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The address is the same.")},
    {"address-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The addresses differ.")},
    {"phone-same", "same", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The telephone number is the same.")},
    {"phone-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::ProposalsModel", "The telephone numbers differ.")},
};

// Words where a person wrote them; sentences where they are codes alone.
QVariantList comparedIn(const std::string& evidence) {
    QVariantList out;
    const auto say = [&](const QString& text, const char* mark) {
        out << QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("mark"), QString::fromLatin1(mark)}};
    };
    for (const QString& code : shown(evidence).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto* known = std::find_if(std::begin(kCompared), std::end(kCompared),
                                         [&](const Compared& c) { return code == QLatin1String(c.code); });
        if (known == std::end(kCompared)) {
            out.clear();
            say(shown(evidence), "none");
            return out;
        }
        say(ProposalsModel::tr(known->words), known->mark);
    }
    return out;
}

} // namespace

void ProposalsModel::clear() {
    m_proposals.clear();
    setLoaded(false);
    emit changed();
}

void ProposalsModel::refresh() {
    struct Found {
        std::vector<People::Proposal> proposals;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.proposals, desk.people.proposals(kShown));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            m_proposals.clear();
            for (const auto& proposal : found->proposals) {
                m_proposals << word(proposal, found->directory);
            }
            setLoaded(true);
            emit changed();
        });
}

void ProposalsModel::decide(const QString& link, bool sameHuman) {
    const auto id = RecordId::fromHex(link.toStdString());
    if (!id) {
        return;
    }
    const auto verdict = sameHuman ? People::Verdict::SameHuman : People::Verdict::DifferentPeople;
    run(
        Lane::Save, [id = *id, verdict](OpenDesk& desk) { return desk.people.decideProposal(id, verdict); },
        [this](const Result<void>& done) {
            if (!done) {
                fail(done.error());
            } else {
                emit decided();
            }
            refresh();
        });
}

QVariantMap ProposalsModel::word(const People::Proposal& proposal, const Directory& directory) const {
    const Record* left = nullptr;
    const Record* right = nullptr;
    for (const auto& registration : proposal.registrations) {
        const bool own = registration.home == me().agency;
        if (own && left == nullptr) {
            left = &registration;
        } else if (right == nullptr) {
            right = &registration;
        }
    }
    QVariantList rows;
    const auto row = [&](const QString& label, auto&& value) {
        const QString a = left != nullptr ? value(left->fields) : QString{};
        const QString b = right != nullptr ? value(right->fields) : QString{};
        if (a.isEmpty() && b.isEmpty()) {
            return;
        }
        const bool same = !a.isEmpty() && foldForSearch(a.toStdString()) == foldForSearch(b.toStdString());
        rows << QVariantMap{{QStringLiteral("label"), label},
                            {QStringLiteral("left"), a.isEmpty() ? Wording::notKnown() : a},
                            {QStringLiteral("right"), right == nullptr ? QString{}
                                                      : b.isEmpty()    ? Wording::notKnown()
                                                                       : b},
                            {QStringLiteral("same"), same}};
    };
    const auto plain = [](const TextField& field) {
        return [&field](const FieldSet& f) { return shown(f.get(field)); };
    };
    row(tr("Surname"), plain(registration::kFamilyName));
    row(tr("Forename"), plain(registration::kGivenName));
    row(tr("Born"), [this](const FieldSet& f) { return wording().isoDate(f.get(registration::kBorn)); });
    row(tr("NHS No."), [](const FieldSet& f) { return shown(spacedNhsNumber(f.get(registration::kNhsNumber))); });
    row(tr("Gender"), [this](const FieldSet& f) {
        const std::string code = f.get(registration::kGender);
        return code.empty() ? QString{} : wording().gender(code);
    });
    row(tr("Address"), plain(registration::kAddress));
    row(tr("Town"), plain(registration::kTown));
    row(tr("Postcode"), plain(registration::kPostcode));
    row(tr("Phone"), plain(registration::kPhone));
    const Record* named = left != nullptr ? left : right;
    return {{QStringLiteral("link"), shown(proposal.link.hex())},
            {QStringLiteral("name"), named != nullptr
                                         ? shown(bannerName(named->fields.get(registration::kFamilyName),
                                                            named->fields.get(registration::kGivenName), {}))
                                         : Wording::notKnown()},
            {QStringLiteral("left"), badge(directory.agency(me().agency))},
            {QStringLiteral("right"), badge(directory.agency(proposal.otherAgency))},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("oneSided"), left == nullptr || right == nullptr},
            {QStringLiteral("compared"), comparedIn(proposal.evidence)}};
}

} // namespace frontsheet
