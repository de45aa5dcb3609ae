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
    // Empty, or {who, whoShort, role, service, serviceId, workerId, favourite, badge, number, line, open, openLine, away, expect, others,
    // why}
    Q_PROPERTY(QVariantMap first READ first NOTIFY changed)
    Q_PROPERTY(
        QVariantList rest READ rest NOTIFY changed) // {title, detail, badge, number, serviceId, workerId, favourite}
    Q_PROPERTY(QVariantList outOfHours READ outOfHours NOTIFY changed)
    Q_PROPERTY(QVariantList favourites READ favourites NOTIFY changed) // rows as of rest; shown while nothing is asked
    Q_PROPERTY(QVariantList closed READ closed NOTIFY
                   changed) // {title, text}: services that would fit and take nobody any more
    Q_PROPERTY(QString dayNote READ dayNote NOTIFY changed) // of a bank holiday; or that one may be missing

public:
    explicit RingModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // For this person, or for nobody in particular.
    Q_INVOKABLE void openFor(const QString& personId, const QString& personName);
    // Takes one understood word out of the question.
    Q_INVOKABLE void forget(int takenIndex);
    // Keeps it at hand, or does so no longer; one of the two ids.
    Q_INVOKABLE void toggleFavourite(const QString& serviceId, const QString& workerId);
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
    [[nodiscard]] QVariantList favourites() const { return m_favourites; }
    [[nodiscard]] QVariantList closed() const { return m_closed; }
    [[nodiscard]] QString dayNote() const { return m_dayNote; }
    void setWords(const QString& words);

signals:
    void changed();
    void wordsChanged();

private:
    [[nodiscard]] QVariantMap row(const RingSuggestion& suggestion) const;
    [[nodiscard]] QVariantMap card(const RingSuggestion& suggestion,
                                   const std::vector<RingSuggestion>& outOfHours) const;
    [[nodiscard]] QString openLine(const RingSuggestion& suggestion) const;
    [[nodiscard]] QString awayLine(const RingSuggestion& suggestion) const;
    [[nodiscard]] QVariantList others(const RingSuggestion& suggestion, const QString& number,
                                      const std::vector<RingSuggestion>& outOfHours) const;
    [[nodiscard]] QStringList reasons(const RingSuggestion& suggestion) const;
    [[nodiscard]] bool isFavourite(const RingSuggestion& suggestion) const;
    void wordDay(const RingAnswer& answer);

    QString m_words;
    QString m_personId;
    QString m_personName;
    QVariantList m_taken;
    QVariantMap m_first;
    QVariantList m_rest;
    QVariantList m_outOfHours;
    QVariantList m_favourites;
    QVariantList m_closed;
    QString m_dayNote;
    bool m_bankHoliday = false;
    std::vector<RingFavourite> m_kept;
    bool m_emergency = false;
    std::uint64_t m_question = 0;
};

} // namespace frontsheet
