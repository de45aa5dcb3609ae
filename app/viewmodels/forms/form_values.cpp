#include "app/viewmodels/forms/form_values.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <cmath>

namespace frontsheet {

namespace {

constexpr std::int64_t kMost = 1'000'000'000;

TypedValue number(const QString& typed) {
    bool good = false;
    const auto read = typed.toLongLong(&good);
    if (!good || read < 0 || read > kMost) {
        return {std::nullopt, TypedFault::NoNumber};
    }
    return {Value{static_cast<std::int64_t>(read)}, TypedFault::None};
}

// "154", "154.50", "£1,154.5"
TypedValue pounds(QString typed) {
    typed.remove(QChar(0xA3)).remove(QLatin1Char(','));
    const auto parts = typed.trimmed().split(QLatin1Char('.'));
    if (parts.size() > 2 || (parts.size() == 2 && (parts[1].isEmpty() || parts[1].size() > 2))) {
        return {std::nullopt, TypedFault::NoNumber};
    }
    const auto whole = number(parts[0]);
    if (!whole.value) {
        return whole;
    }
    std::int64_t pence = std::get<std::int64_t>(*whole.value) * 100;
    if (parts.size() == 2) {
        const auto rest = number(parts[1]);
        if (!rest.value) {
            return rest;
        }
        pence += std::get<std::int64_t>(*rest.value) * (parts[1].size() == 1 ? 10 : 1);
    }
    return {Value{pence}, TypedFault::None};
}

QString poundsOf(std::int64_t pence) {
    const QString whole = QString::number(pence / 100);
    return pence % 100 == 0
               ? whole
               : whole + QLatin1Char('.') + QString::number(pence % 100).rightJustified(2, QLatin1Char('0'));
}

// "Edith, her son Martin": each once, as a set has it; blanks and empty places are nobody.
std::optional<Value> names(const QString& typed) {
    std::vector<std::string> all;
    for (const QString& one : typed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString name = one.simplified(); !name.isEmpty()) {
            all.push_back(name.toStdString());
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all.empty() ? std::nullopt : std::optional{Value{std::move(all)}};
}

QString namesOf(const std::vector<std::string>& all) {
    QStringList out;
    for (const auto& one : all) {
        out << shown(one);
    }
    return out.join(QStringLiteral(", "));
}

// "24 Nov 10:30", "tomorrow 9.15", "14:00": the last word is the hour, what stands before it the day.
std::optional<WallTime> moment(const QString& typed, const std::string& today, DateTowards towards,
                               const Wording& wording) {
    const auto cut = typed.lastIndexOf(QLatin1Char(' '));
    QTime hour;
    for (const char* form : {"H:mm", "H.mm", "HHmm"}) {
        hour = hour.isValid() ? hour : QTime::fromString(typed.mid(cut + 1), QLatin1String(form));
    }
    QString day = typed.left(std::max<qsizetype>(cut, 0)).trimmed();
    while (day.endsWith(QLatin1Char(','))) {
        day.chop(1);
    }
    const auto date = day.isEmpty() ? std::optional{today} : typedDate(day.toStdString(), today, towards);
    const QDate full = date ? QDate::fromString(shown(*date), Qt::ISODate) : QDate{};
    return hour.isValid() && full.isValid() ? std::optional{wording.moment(full, hour)} : std::nullopt;
}

} // namespace

TypedValue valueTyped(const FormField& field, const QString& typed, const std::string& today, const Wording& wording) {
    const QString bare = typed.trimmed();
    if (bare.isEmpty()) {
        return {};
    }
    switch (field.widget) {
    case FormWidget::Date: {
        const auto date = typedDate(bare.toStdString(), today, field.towards);
        return date ? TypedValue{Value{*date}, TypedFault::None} : TypedValue{std::nullopt, TypedFault::NoSuchDate};
    }
    case FormWidget::Moment: {
        const auto at = moment(bare, today, field.towards, wording);
        return at ? TypedValue{timeValue(*at), TypedFault::None} : TypedValue{std::nullopt, TypedFault::NoSuchMoment};
    }
    case FormWidget::Names:
        return {names(bare), TypedFault::None};
    case FormWidget::Number:
        return number(bare);
    case FormWidget::Pounds:
        return pounds(bare);
    case FormWidget::YesNo:
        return bare == QLatin1String("yes") ? TypedValue{Value{std::int64_t{1}}, TypedFault::None} : TypedValue{};
    case FormWidget::Person: {
        const auto id = AnyId::fromHex(bare.toStdString());
        return id ? TypedValue{Value{*id}, TypedFault::None} : TypedValue{};
    }
    case FormWidget::Line:
    case FormWidget::Lines:
    case FormWidget::Choice:
    case FormWidget::Worker:
        break;
    }
    return {Value{(field.widget == FormWidget::Lines ? typed : bare).toStdString()}, TypedFault::None};
}

QString textOf(const FormField& field, const FieldSet& fields, const Wording& wording) {
    const Value* value = fields.find(field.field);
    if (value == nullptr) {
        return field.widget == FormWidget::YesNo ? QStringLiteral("no") : QString{};
    }
    if (const auto* amount = std::get_if<std::int64_t>(value)) {
        if (field.widget == FormWidget::Moment) {
            const auto words = wording.onPaper();
            return words.date(WallTime{*amount}) + QLatin1Char(' ') + words.time(WallTime{*amount});
        }
        return field.widget == FormWidget::YesNo    ? QLatin1String(*amount != 0 ? "yes" : "no")
               : field.widget == FormWidget::Pounds ? poundsOf(*amount)
                                                    : QString::number(*amount);
    }
    if (const auto* id = std::get_if<AnyId>(value)) {
        return QString::fromStdString(id->hex());
    }
    if (const auto* all = std::get_if<std::vector<std::string>>(value)) {
        return namesOf(*all);
    }
    const auto* text = std::get_if<std::string>(value);
    if (text == nullptr) {
        return {};
    }
    return field.widget == FormWidget::Date ? wording.onPaper().isoDate(*text) : shown(*text);
}

std::optional<Value> valueGiven(const FieldSpec& field, const QString& text) {
    switch (field.kind) {
    case FieldKind::Record:
    case FieldKind::Person:
        if (const auto id = AnyId::fromHex(text.toStdString())) {
            return Value{*id};
        }
        return std::nullopt;
    case FieldKind::Integer:
    case FieldKind::YesNo:
    case FieldKind::Time: {
        bool good = false;
        const auto number = text.toLongLong(&good);
        return good ? std::optional{Value{static_cast<std::int64_t>(number)}} : std::nullopt;
    }
    case FieldKind::Set:
    case FieldKind::Files:
        return std::nullopt;
    default:
        return text.isEmpty() ? std::nullopt : std::optional{Value{text.toStdString()}};
    }
}

// English, as typedDate() reads it.
QStringList picksFor(const FormField& field) {
    if (field.widget != FormWidget::Date) {
        return {};
    }
    return field.towards == DateTowards::Past
               ? QStringList{QStringLiteral("today"), QStringLiteral("yesterday")}
               : QStringList{QStringLiteral("tomorrow"), QStringLiteral("in 2 weeks"), QStringLiteral("in 6 weeks")};
}

QString dateUnderstood(const FormField& field, const QString& typed, const std::string& today, const Wording& wording) {
    if (field.widget == FormWidget::Moment) {
        const auto at = moment(typed.trimmed(), today, field.towards, wording);
        return at ? wording.fullMoment(*at) : QString{};
    }
    const auto date = typedDate(typed.toStdString(), today, field.towards);
    return field.widget == FormWidget::Date && date ? wording.isoDay(*date) : QString{};
}

bool differsIn(const FormSpec& form, const FieldSet& was, const FieldSet& is) {
    return std::any_of(form.fields.begin(), form.fields.end(), [&](const FormField& field) {
        const Value* before = was.find(field.field);
        const Value* after = is.find(field.field);
        return (before == nullptr) != (after == nullptr) || (before != nullptr && *before != *after);
    });
}

} // namespace frontsheet
