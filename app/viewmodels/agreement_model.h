// The sharing agreement in plain words: whose records, which partner, roles by categories, a cell's clause; who signed, how
// long it holds, and what the next version changes. As this device holds the texts.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class AgreementModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // {title, detail, badge}: own agency's rule for its own workers first, then each partner of its agreement.
    Q_PROPERTY(QVariantList partners READ partners NOTIFY changed)
    Q_PROPERTY(int partner READ partner WRITE setPartner NOTIFY changed)
    Q_PROPERTY(QStringList directions READ directions NOTIFY changed) // what they see of ours, what we see of theirs
    Q_PROPERTY(int direction READ direction WRITE setDirection NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(
        QVariantList facts READ facts NOTIFY changed) // {label, value}: version, dates, who signed, who stopped what
    // {title, text}: stopped, lapsing, not signed by this partner; empty when nothing is to be said
    Q_PROPERTY(QVariantList warnings READ warnings NOTIFY changed)
    Q_PROPERTY(QVariantList roles READ roles NOTIFY changed) // {name, audit}
    // {category, cells: [{text, mark, none}]}, a cell for each role: in words
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    // Of the chosen cell: {title, terms: [{label, value}]}, one for each clause; empty when none is chosen
    Q_PROPERTY(QVariantList clauses READ clauses NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenTitle READ chosenTitle NOTIFY chosenChanged)
    Q_PROPERTY(int chosenRow READ chosenRow NOTIFY chosenChanged)
    Q_PROPERTY(int chosenRole READ chosenRole NOTIFY chosenChanged)
    Q_PROPERTY(QString next READ next NOTIFY changed)                    // "Version 2 is signed by 2 of 9"; empty: none
    Q_PROPERTY(QVariantList differences READ differences NOTIFY changed) // {text, kind: widens, narrows, changes}

public:
    explicit AgreementModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    Q_INVOKABLE void choose(int row, int role);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList partners() const { return m_partners; }
    [[nodiscard]] int partner() const { return m_partner; }
    [[nodiscard]] QStringList directions() const;
    [[nodiscard]] int direction() const { return m_direction; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QVariantList facts() const { return m_facts; }
    [[nodiscard]] QVariantList warnings() const { return m_warnings; }
    [[nodiscard]] QVariantList roles() const { return m_roles; }
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    [[nodiscard]] QVariantList clauses() const { return m_clauses; }
    [[nodiscard]] QString chosenTitle() const { return m_chosenTitle; }
    [[nodiscard]] int chosenRow() const { return m_chosenRow; }
    [[nodiscard]] int chosenRole() const { return m_chosenRole; }
    [[nodiscard]] QString next() const { return m_next; }
    [[nodiscard]] QVariantList differences() const { return m_differences; }
    void setPartner(int index);
    void setDirection(int direction);

signals:
    void changed();
    void chosenChanged();

private:
    using Homes = std::vector<std::shared_ptr<const HomeAgreements>>;
    struct Choice {
        AgencyEntry agency; // the partner; own agency for the policy
        std::string agreement;
        bool policy = false;
    };
    void word();
    void wordStanding(const HomeAgreements& home, const HeldVersion& version);
    void wordMatrix(const HeldVersion& version);
    void wordNext(const HomeAgreements& home, const HeldVersion& version);
    void unchoose();
    [[nodiscard]] const HomeAgreements* homeOf(const AgencyId& agency) const;
    [[nodiscard]] std::vector<const sharing::Clause*>
    clausesOf(const sharing::Agreement& agreement, const sharing::RoleTerms& role, Category category) const;
    [[nodiscard]] QString nameOf(const AgencyId& agency) const;

    Homes m_homes;
    Directory m_directory;
    std::vector<Choice> m_choices;
    int m_partner = 0;
    int m_direction = 0;
    AgencyId m_home;                        // whose records the matrix is about
    AgencyId m_receiver;                    // whose workers
    const HeldVersion* m_version = nullptr; // in m_homes
    std::vector<const sharing::RoleTerms*> m_shownRoles;
    std::vector<Category> m_shownCategories;
    QVariantList m_partners, m_facts, m_warnings, m_roles, m_rows, m_clauses, m_differences;
    QString m_title, m_chosenTitle, m_next;
    int m_chosenRow = -1;
    int m_chosenRole = -1;
};

} // namespace frontsheet
