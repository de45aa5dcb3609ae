// Who to ring: from what is needed, for whom, where, to one person with a number. Offline.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class RingModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged)
    Q_PROPERTY(QString personId READ personId NOTIFY wordsChanged)
    Q_PROPERTY(QString personName READ personName NOTIFY wordsChanged)
    Q_PROPERTY(QVariantList taken READ taken NOTIFY changed) // {text, prefix}: how the words were understood
    Q_PROPERTY(bool emergency READ emergency NOTIFY changed)
    // Empty, or {who, whoShort, role, service, serviceId, badge, number, line, open, openLine, others, why}
    Q_PROPERTY(QVariantMap first READ first NOTIFY changed)
    Q_PROPERTY(QVariantList rest READ rest NOTIFY changed) // {title, detail, badge, number, serviceId}
    Q_PROPERTY(QVariantList outOfHours READ outOfHours NOTIFY changed)

public:
    explicit RingModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // For this person, or for nobody in particular.
    Q_INVOKABLE void openFor(const QString& personId, const QString& personName);
    // Takes one understood word out of the question.
    Q_INVOKABLE void forget(int takenIndex);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString personName() const { return m_personName; }
    [[nodiscard]] QVariantList taken() const { return m_taken; }
    [[nodiscard]] bool emergency() const { return m_emergency; }
    [[nodiscard]] QVariantMap first() const { return m_first; }
    [[nodiscard]] QVariantList rest() const { return m_rest; }
    [[nodiscard]] QVariantList outOfHours() const { return m_outOfHours; }
    void setWords(const QString& words);

signals:
    void changed();
    void wordsChanged();

private:
    [[nodiscard]] QVariantMap row(const RingSuggestion& suggestion) const;
    [[nodiscard]] QVariantMap card(const RingSuggestion& suggestion,
                                   const std::vector<RingSuggestion>& outOfHours) const;
    [[nodiscard]] QString openLine(const RingSuggestion& suggestion) const;

    QString m_words;
    QString m_personId;
    QString m_personName;
    QVariantList m_taken;
    QVariantMap m_first;
    QVariantList m_rest;
    QVariantList m_outOfHours;
    bool m_emergency = false;
    std::uint64_t m_question = 0;
};

} // namespace frontsheet
