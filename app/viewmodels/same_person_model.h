// "These two are the same person", from a person's page: which records stand together and who says so, another to put beside them, both
// side by side before anybody says yes, and taking it back.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/same_person.h"

#include <QVariantList>

namespace frontsheet {

class SamePersonModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed) // HARGREAVE, Edith
    // The records that stand on one front sheet: {id, name, born (a phrase), badge, said: [text], mayPart}; this agency's first.
    Q_PROPERTY(QVariantList joined READ joined NOTIFY changed)
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY foundChanged)
    Q_PROPERTY(QVariantList found READ found NOTIFY foundChanged) // {personId, name, detail, agencies: [badge]}
    Q_PROPERTY(bool searched READ searched NOTIFY foundChanged)   // an answer is there, though it may be nobody
    // The two, as ProposalsModel.proposals; empty: nobody is chosen
    Q_PROPERTY(QVariantMap pair READ pair NOTIFY pairChanged)
    // Why they cannot be said to be one; both empty: they can
    Q_PROPERTY(QString refusalTitle READ refusalTitle NOTIFY pairChanged)
    Q_PROPERTY(QString refusalText READ refusalText NOTIFY pairChanged)
    // What there is to know before a record is taken apart: {id, title, text, notes: [text]}; empty: none is asked about
    Q_PROPERTY(QVariantMap parting READ parting NOTIFY partingChanged)

public:
    explicit SamePersonModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void open(const QString& personId);
    Q_INVOKABLE void choose(const QString& personId);
    Q_INVOKABLE void unchoose();
    Q_INVOKABLE void join();
    Q_INVOKABLE void askToPart(const QString& personId);
    Q_INVOKABLE void part();
    void setTyped(const QString& typed);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QVariantList joined() const { return m_joined; }
    [[nodiscard]] QString typed() const { return m_typed; }
    [[nodiscard]] QVariantList found() const { return m_found; }
    [[nodiscard]] bool searched() const { return m_searched; }
    [[nodiscard]] QVariantMap pair() const { return m_pair; }
    [[nodiscard]] QString refusalTitle() const { return m_refusalTitle; }
    [[nodiscard]] QString refusalText() const { return m_refusalText; }
    [[nodiscard]] QVariantMap parting() const { return m_parting; }

signals:
    void changed();
    void foundChanged();
    void pairChanged();
    void partingChanged();

private:
    [[nodiscard]] QVariantMap row(const SamePerson::Joined& joined, const Directory& directory) const;
    void word(const SamePerson::Pair& pair, const Directory& directory);
    void word(const SamePerson::Parting& parting, const PersonId& other, const Directory& directory);

    QString m_personId, m_name, m_typed, m_chosen, m_apart;
    QVariantList m_joined, m_found;
    QVariantMap m_pair, m_parting;
    QString m_refusalTitle, m_refusalText;
    bool m_searched = false;
};

} // namespace frontsheet
