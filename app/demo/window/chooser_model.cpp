#include "app/demo/window/chooser_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace frontsheet::demo {

namespace {

// As the app's badges: one colour per kind of agency.
int hueOf(const QString& kind) {
    static const QStringList kKinds{QStringLiteral("council"),     QStringLiteral("community-trust"),
                                    QStringLiteral("gp-practice"), QStringLiteral("mental-health-trust"),
                                    QStringLiteral("housing"),     QStringLiteral("voluntary")};
    const auto at = kKinds.indexOf(kind);
    return static_cast<int>(at < 0 ? kKinds.size() : at);
}

QVariantMap personFrom(const QJsonObject& person) {
    const QString name = person.value(QLatin1String("name")).toString();
    const QString role = person.value(QLatin1String("role")).toString();
    QString initials;
    for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word != QLatin1String("Dr")) {
            initials += word.at(0).toUpper();
        }
    }
    return {{QStringLiteral("key"), person.value(QLatin1String("key")).toString()},
            {QStringLiteral("name"), name},
            {QStringLiteral("role"), role.isEmpty() ? role : role.at(0).toUpper() + role.mid(1)},
            {QStringLiteral("initials"), initials},
            {QStringLiteral("agency"), person.value(QLatin1String("agency")).toString()},
            {QStringLiteral("agencyInitials"), person.value(QLatin1String("initials")).toString()},
            {QStringLiteral("hue"), hueOf(person.value(QLatin1String("kind")).toString())},
            {QStringLiteral("tablet"), person.value(QLatin1String("form")).toString() == QLatin1String("tablet")},
            {QStringLiteral("open"), false}};
}

} // namespace

void ChooserModel::hear(const QByteArray& line) {
    const QJsonObject told = QJsonDocument::fromJson(line).object();
    if (told.contains(QLatin1String("people"))) {
        m_people.clear();
        for (const QJsonValue& person : told.value(QLatin1String("people")).toArray()) {
            m_people << personFrom(person.toObject());
        }
        m_passphrase = told.value(QLatin1String("passphrase")).toString();
    } else if (told.contains(QLatin1String("progress"))) {
        if (!m_doing.isEmpty()) {
            m_done << m_doing;
        }
        m_doing = told.value(QLatin1String("progress")).toString();
    } else if (told.contains(QLatin1String("ready"))) {
        m_ready = true;
        m_doing.clear();
    } else if (told.contains(QLatin1String("failed"))) {
        m_failure = told.value(QLatin1String("failed")).toString();
    } else if (told.contains(QLatin1String("opened"))) {
        mark(told.value(QLatin1String("opened")).toString(), true);
    } else if (told.contains(QLatin1String("closed"))) {
        mark(told.value(QLatin1String("closed")).toString(), false);
    }
    emit changed();
}

QVariantList ChooserModel::parts() const {
    QVariantList parts;
    for (const QString& text : m_done) {
        parts << QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("done"), true}};
    }
    if (!m_doing.isEmpty()) {
        parts << QVariantMap{{QStringLiteral("text"), m_doing}, {QStringLiteral("done"), false}};
    }
    return parts;
}

void ChooserModel::mark(const QString& key, bool open) {
    for (QVariant& person : m_people) {
        QVariantMap row = person.toMap();
        if (row.value(QStringLiteral("key")) == key) {
            row.insert(QStringLiteral("open"), open);
            person = row;
        }
    }
}

void ChooserModel::choose(const QString& key) {
    if (m_ready) {
        emit chosen(key);
    }
}

} // namespace frontsheet::demo
