#include "app/viewmodels/pair_wording.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/registration.h"

#include <algorithm>
#include <iterator>

namespace frontsheet {

namespace {

// What the index compared, code by code (core/domain/matching/evidence.h), as sentences. It keeps codes and no values, so
// that evidence can be shown where the other agency's record is not.
struct Compared {
    const char* code;
    const char* mark; // same, differs, none
    const char* words;
};
constexpr Compared kCompared[] = {
    {"number-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The NHS number is the same.")},
    {"number-one-slip", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "One NHS number is invalid, and one slip away from the other.")},
    {"number-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The NHS numbers differ, and both are valid.")},
    {"number-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::PairWording", "There is no NHS number to compare.")},
    {"name-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The name is the same.")},
    {"name-short-form", "same",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The names go together: a short form, or another spelling.")},
    {"name-maybe-short-form", "none",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The forenames may be used for one another.")},
    {"name-partial", "none", QT_TRANSLATE_NOOP("frontsheet::PairWording", "One name is part of the other.")},
    {"name-one-letter-off", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The names are one letter apart.")},
    {"name-initial", "none",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The forenames agree in the first alone, or in its initial.")},
    {"name-family-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The forename is the same, the surname is not.")},
    {"name-given-differs", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The surname is the same, the forename is not.")},
    {"name-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The names differ.")},
    {"name-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::PairWording", "Part of a name is missing.")},
    {"born-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The date of birth is the same.")},
    {"born-same-weak", "none",
     QT_TRANSLATE_NOOP("frontsheet::PairWording",
                       "The date of birth is the same, but one that is given where none is known.")},
    {"born-consistent", "same",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The year of birth is the same; one side has no day.")},
    {"born-day-month-swapped", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The dates of birth have day and month exchanged.")},
    {"born-one-part-off", "differs",
     QT_TRANSLATE_NOOP("frontsheet::PairWording", "The dates of birth differ in one part.")},
    {"born-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The dates of birth differ.")},
    {"born-unknown", "none", QT_TRANSLATE_NOOP("frontsheet::PairWording", "There is no date of birth to compare.")},
    {"postcode-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The postcode is the same.")},
    {"postcode-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The postcodes differ.")},
    {"address-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The address is the same.")},
    {"address-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The addresses differ.")},
    {"phone-same", "same", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The telephone number is the same.")},
    {"phone-differs", "differs", QT_TRANSLATE_NOOP("frontsheet::PairWording", "The telephone numbers differ.")},
};

} // namespace

QVariantList PairWording::compared(const std::string& evidence) {
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
        say(tr(known->words), known->mark);
    }
    return out;
}

QVariantList PairWording::rows(const Record* left, const Record* right) const {
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
                            {QStringLiteral("same"), same},
                            {QStringLiteral("unknown"), a.isEmpty() || b.isEmpty()}};
    };
    const auto plain = [](const TextField& field) {
        return [&field](const FieldSet& f) { return shown(f.get(field)); };
    };
    row(tr("Surname"), plain(registration::kFamilyName));
    row(tr("Forename"), plain(registration::kGivenName));
    row(tr("Born"), [this](const FieldSet& f) { return m_wording.isoDate(f.get(registration::kBorn)); });
    row(tr("NHS No."), [](const FieldSet& f) { return shown(spacedNhsNumber(f.get(registration::kNhsNumber))); });
    row(tr("Gender"), [this](const FieldSet& f) {
        const std::string code = f.get(registration::kGender);
        return code.empty() ? QString{} : m_wording.gender(code);
    });
    row(tr("Address"), plain(registration::kAddress));
    row(tr("Town"), plain(registration::kTown));
    row(tr("Postcode"), plain(registration::kPostcode));
    row(tr("Phone"), plain(registration::kPhone));
    return rows;
}

QString PairWording::name(const Record* registration) {
    return registration == nullptr ? Wording::notKnown()
                                   : shown(bannerName(registration->fields.get(registration::kFamilyName),
                                                      registration->fields.get(registration::kGivenName), {}));
}

} // namespace frontsheet
