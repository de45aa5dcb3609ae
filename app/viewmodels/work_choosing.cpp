#include "app/viewmodels/work_choosing.h"

#include <algorithm>

namespace frontsheet {

WorkChoosing::WorkChoosing(Session& session, QObject* parent) : SavingModel(session, parent) {
    connect(this, &SavingModel::done, this, [this] {
        if (m_asking != m_offered) {
            m_offered = m_asking;
            emit offeredChanged();
        }
        m_asking.clear();
        chooseNone();
    });
}

QStringList WorkChoosing::alreadyTheirs() const {
    QStringList out;
    for (const auto& id : m_chosen) {
        out << m_hands.value(id);
    }
    return out;
}

bool WorkChoosing::wordsNeeded() const {
    return std::any_of(m_chosen.begin(), m_chosen.end(),
                       [this](const QString& id) { return m_asksWords.contains(id); });
}

void WorkChoosing::choose(const QString& id) {
    if (!m_chosen.removeOne(id)) {
        m_chosen << id;
    }
    emit chosenChanged();
}

void WorkChoosing::chooseAll(const QVariantList& rows) {
    for (const auto& one : rows) {
        const auto row = one.toMap();
        const QString id = row.value(QStringLiteral("id")).toString();
        if (row.value(QStringLiteral("offerable")).toBool() && !m_chosen.contains(id)) {
            m_chosen << id;
        }
    }
    emit chosenChanged();
}

void WorkChoosing::chooseNone() {
    m_chosen.clear();
    emit chosenChanged();
}

void WorkChoosing::offerChosen(const QString& worker, const QString& words) {
    std::vector<RecordId> records;
    for (const auto& id : m_chosen) {
        if (const auto record = RecordId::fromHex(id.toStdString())) {
            records.push_back(*record);
        }
    }
    if (busy() || records.empty()) {
        return;
    }
    QString name;
    for (const auto& one : m_colleagues) {
        const auto row = one.toMap();
        name = row.value(QStringLiteral("worker")).toString() == worker ? row.value(QStringLiteral("name")).toString()
                                                                        : name;
    }
    const QString said = tr("%1 is asked about %n thing(s). Until they say yes nothing changes hands.", "%1 worker",
                            static_cast<int>(records.size()))
                             .arg(name);
    m_asking = said;
    save([records = std::move(records), to = WorkerId{worker.toStdString()}, with = words.trimmed().toStdString()](
             OpenDesk& desk) { return Offers(desk.workplace).offer(records, to, with); });
}

void WorkChoosing::takeBack(const QString& id) {
    const auto record = RecordId::fromHex(id.toStdString());
    if (record) {
        m_asking.clear();
        save([record = *record](OpenDesk& desk) { return Offers(desk.workplace).takeBack(record); });
    }
}

void WorkChoosing::keepChosenAmong(const std::vector<const QVariantList*>& lists) {
    QStringList there;
    m_asksWords.clear();
    m_hands.clear();
    for (const auto* list : lists) {
        for (const auto& one : *list) {
            const auto row = one.toMap();
            const QString id = row.value(QStringLiteral("id")).toString();
            if (row.value(QStringLiteral("offerable")).toBool()) {
                there << id;
            }
            m_hands[id] = row.value(QStringLiteral("hands")).toStringList();
            if (row.value(QStringLiteral("asksWords")).toBool()) {
                m_asksWords << id;
            }
        }
    }
    m_chosen.erase(
        std::remove_if(m_chosen.begin(), m_chosen.end(), [&](const QString& id) { return !there.contains(id); }),
        m_chosen.end());
    emit chosenChanged();
}

void WorkChoosing::forgetChoice() {
    m_chosen.clear();
    m_asksWords.clear();
    m_hands.clear();
    m_colleagues.clear();
    m_offered.clear();
    m_asking.clear();
    emit chosenChanged();
    emit offeredChanged();
}

} // namespace frontsheet
