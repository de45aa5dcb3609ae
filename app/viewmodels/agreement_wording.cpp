#include "app/viewmodels/agreement_wording.h"

#include "app/viewmodels/wording.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>

namespace frontsheet {

namespace {

using namespace sharing;

QString said(const char* words, const char* note = nullptr) {
    return QCoreApplication::translate("Agreement", words, note);
}

QString access(const Clause& clause) {
    if (clause.choice == FieldChoice::Nothing) {
        return said("Told it exists", "a cell: the fact alone");
    }
    if (clause.access == Access::Contribute) {
        return said("Reads and adds", "a cell");
    }
    return clause.choice == FieldChoice::Only ? said("Reads a part", "a cell") : said("Reads", "a cell");
}

QString permission(PermissionMode mode) {
    switch (mode) {
    case PermissionMode::NotNeeded:
        return {};
    case PermissionMode::ObjectionHonoured:
        return said("unless objected", "a cell: the person's say");
    case PermissionMode::PermissionRequired:
        return said("if permitted", "a cell: the person's say");
    }
    return {};
}

QString mark(const Clause& clause) {
    return clause.choice == FieldChoice::Nothing ? QStringLiteral("n")
           : clause.access == Access::Contribute ? QStringLiteral("A")
           : clause.choice == FieldChoice::Only  ? QStringLiteral("p")
                                                 : QStringLiteral("R");
}

template <class T>
QString listed(const std::vector<T>& values) {
    QStringList out;
    for (const auto value : values) {
        if (value != T{}) {
            out << shown(plainWords(value));
        }
    }
    return out.join(QStringLiteral("; "));
}

QString relationshipWords(RelationshipSet relationships) {
    QStringList out;
    for (const auto& word : words<Relationship>()) {
        if (relationships.has(word.value)) {
            out << shown(word.words);
        }
    }
    return out.join(QStringLiteral(", "));
}

QString fieldWords(const Clause& clause) {
    if (clause.choice == FieldChoice::Nothing) {
        return said("None: that there is something, and whom to ask");
    }
    if (clause.choice == FieldChoice::AllOfCategory) {
        return said("All of the category");
    }
    QStringList out;
    for (const auto& field : clause.only) {
        const auto* schema = schemaOf(field.type);
        const auto* spec = schema == nullptr ? nullptr : schema->field(field.tag);
        if (spec != nullptr) {
            QString name = shown(spec->name);
            out << name.replace(QLatin1Char('_'), QLatin1Char(' '));
        }
    }
    return out.join(QStringLiteral(", "));
}

QString leaseWords(Lease lease) {
    return lease.hardHours == 0
               ? said("Not limited by this clause")
               : QCoreApplication::translate("Agreement",
                                             "%1 hours, then with a typed reason; after %2 hours not at all",
                                             "two numbers of hours")
                     .arg(lease.softHours)
                     .arg(lease.hardHours);
}

} // namespace

QVariantMap cellWords(const std::vector<const Clause*>& clauses) {
    if (clauses.empty()) {
        return {{QStringLiteral("text"), said("Nothing", "a cell: nothing is shared")},
                {QStringLiteral("mark"), QString{}},
                {QStringLiteral("none"), true}};
    }
    // The widest first: several purposes may stand in one cell.
    const auto* widest = *std::max_element(clauses.begin(), clauses.end(), [](const Clause* a, const Clause* b) {
        return std::pair(a->choice != FieldChoice::Nothing, a->access) <
               std::pair(b->choice != FieldChoice::Nothing, b->access);
    });
    QString text = access(*widest);
    if (const QString say = permission(widest->permission); !say.isEmpty()) {
        text += QStringLiteral(", ") + say;
    }
    if (clauses.size() > 1) {
        text += QStringLiteral(" +");
    }
    return {{QStringLiteral("text"), text}, {QStringLiteral("mark"), mark(*widest)}, {QStringLiteral("none"), false}};
}

QVariantMap clauseWords(const Clause& clause, const Agreement& agreement, const RoleTerms& role) {
    QVariantList terms;
    const auto term = [&terms](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            terms << QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
        }
    };
    term(said("May"), access(clause));
    term(said("Fields"), fieldWords(clause));
    term(said("Joined by"), relationshipWords(clause.relationships));
    term(said("The person's say"), shown(plainWords(clause.permission)));
    term(said("Without contact"), leaseWords(clause.lease));
    term(said("When withheld"), shown(plainWords(clause.whenWithheld)));
    term(said("Passing on"), shown(plainWords(clause.furtherRelease)));
    for (const auto& purpose : agreement.purposes) {
        if (purpose.purpose == clause.purpose) {
            term(said("Purpose"), capitalised(shown(plainWords(purpose.purpose))));
            term(said("What for"), shown(purpose.words));
            term(said("UK GDPR article 6"), listed(purpose.article6));
            term(said("UK GDPR article 9"), listed(purpose.article9));
            term(said("Schedule 1"), listed(purpose.schedule1));
            term(said("Confidentiality"), listed(purpose.confidentiality));
            term(said("Powers"), shown(purpose.powers));
        }
    }
    term(said("Bound by"), shown(plainWords(role.duty)));
    const QString words = shown(clause.words);
    return {{QStringLiteral("title"),
             words.isEmpty() ? QCoreApplication::translate("Agreement", "Clause %1", "%1 id").arg(shown(clause.id))
                             : QCoreApplication::translate("Agreement", "Clause %1: %2", "%1 id, %2 words")
                                   .arg(shown(clause.id), words)},
            {QStringLiteral("terms"), terms}};
}

} // namespace frontsheet
