// The agreement in plain words, and what waits for a governance lead.
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <chrono>
#include <cstdio>
#include <ctime>

namespace frontsheet::testing {
namespace {

class SharingScreens : public AppTest {
protected:
    explicit SharingScreens(Principal who = Kitley::nurse()) : m_screens(std::move(who)) {
        m_screens.kitley.agree();
        m_screens.unlock();
        m_screens.settle();
    }
    AgreementModel& agreement() { return *m_screens.app.agreement(); }
    void choosePartner(const QString& name) {
        const QStringList names = all(agreement().partners(), "title");
        ASSERT_TRUE(names.contains(name)) << names.join(", ").toStdString();
        agreement().setPartner(static_cast<int>(names.indexOf(name)));
    }
    [[nodiscard]] int rowOf(Category category) {
        const auto words = capitalised(shown(sharing::plainWords(category)));
        return static_cast<int>(all(agreement().rows(), "category").indexOf(words));
    }
    [[nodiscard]] QString cell(Category category, int role) {
        EXPECT_GE(rowOf(category), 0);
        const auto cells = agreement().rows().value(rowOf(category)).toMap().value("cells").toList();
        return cells.value(role).toMap().value("text").toString();
    }
    Screens m_screens;
};

TEST_F(SharingScreens, theMatrixSaysWhoMaySeeWhatOfWhom) {
    EXPECT_EQ(all(agreement().partners(), "title").constFirst(), QStringLiteral("Our own workers"));
    choosePartner(QStringLiteral("Tidewell Homes"));
    EXPECT_EQ(all(agreement().roles(), "name"), QStringList{QStringLiteral("Tenancy support officer")});
    EXPECT_EQ(cell(Category::MentalHealth, 0), QStringLiteral("Nothing"));
    choosePartner(QStringLiteral("Kitley Council"));
    EXPECT_EQ(all(agreement().roles(), "name").size(), 4);
    EXPECT_EQ(cell(Category::Alerts, 0), QStringLiteral("Reads, unless objected +")) << "and in an emergency";
    EXPECT_EQ(agreement().directions().at(1), QStringLiteral("What we see of Kitley Council"));
    agreement().setDirection(1);
    EXPECT_TRUE(all(agreement().roles(), "name").contains(QStringLiteral("Community nurse")));
}

TEST_F(SharingScreens, aCellOpensItsClauseWithBasisLeaseAndPermission) {
    choosePartner(QStringLiteral("Kitley Council"));
    agreement().choose(rowOf(Category::Alerts), 0);
    ASSERT_EQ(agreement().clauses().size(), 2) << "for direct care, and in an emergency";
    const QStringList titles = all(agreement().clauses(), "title");
    const auto at = titles.indexOf(QRegularExpression(QStringLiteral("^Clause CO1.*")));
    ASSERT_GE(at, 0) << titles.join("; ").toStdString();
    const QVariantMap clause = agreement().clauses().at(at).toMap();
    const auto terms = clause.value("terms").toList();
    EXPECT_EQ(find(terms, "label", QStringLiteral("Without contact"), "value"),
              QStringLiteral("72 hours, then with a typed reason; after 168 hours not at all"));
    EXPECT_FALSE(find(terms, "label", QStringLiteral("UK GDPR article 6"), "value").isEmpty());
    EXPECT_FALSE(find(terms, "label", QStringLiteral("The person's say"), "value").isEmpty());
    agreement().choose(-1, 0);
    EXPECT_TRUE(agreement().clauses().isEmpty());
}

TEST_F(SharingScreens, whatIsNotWhatItsHashSaysIsNotExplainedBy) {
    auto held = m_screens.kitley.store.ofType(RecordType::SharingAgreement, 100).value();
    for (auto& one : held) {
        if (one.record.home == AgencyId{"harbour"}) {
            one.record.fields.put(sharing_agreement::kHash, std::string(64, '0'));
            m_screens.kitley.store.hold(one.record);
        }
    }
    const auto harbour = m_screens.kitley.shelf.of(AgencyId{"harbour"}).value();
    EXPECT_EQ(harbour->unreadable, 2U);
    EXPECT_TRUE(harbour->inForce.all().empty());
    EXPECT_TRUE(harbour->versions.empty());
}

TEST_F(SharingScreens, aTextIsParsedOnceAndHomesCompiledOnlyWhenTheyChange) {
    auto& shelf = m_screens.kitley.shelf;
    const auto first = shelf.of(AgencyId{"council"}).value();
    EXPECT_EQ(first, shelf.of(AgencyId{"council"}).value()) << "the same object";
    RecordShelf fresh{m_screens.kitley.store};
    const auto spent = [last = std::clock()]() mutable { // processor time: the machine may be busy
        const auto now = std::clock();
        const double ms = 1000.0 * static_cast<double>(now - std::exchange(last, now)) / CLOCKS_PER_SEC;
        return ms;
    };
    auto time = spent;
    const auto homes = fresh.all().value().size();
    const double firstMs = time();
    ASSERT_TRUE(fresh.all());
    const double againMs = time();
    std::printf("shelf of %zu homes: %.1f ms at first, %.2f ms again\n", homes, firstMs, againMs);
    auto records = m_screens.kitley.store.ofType(RecordType::SharingAgreement, 100).value();
    for (auto& one : records) {
        if (one.record.home == AgencyId{"council"} && one.record.fields.get(sharing_agreement::kState) == "active") {
            one.record.fields.put(sharing_agreement::kBound, std::vector<std::string>{"council"});
            m_screens.kitley.store.hold(one.record);
        }
    }
    const auto second = shelf.of(AgencyId{"council"}).value();
    EXPECT_NE(first->mark, second->mark) << "another standing is another mark";
}

TEST_F(SharingScreens, aNurseHasNoGovernanceWork) {
    EXPECT_FALSE(m_screens.app.governance()->mine());
    EXPECT_TRUE(m_screens.app.governance()->parts().isEmpty());
}

// A home that answers reviews as it is told to.
class Line final : public EmergencyLine {
public:
    Result<EmergencyOpening> open(const AgencyId&, const EmergencyWish&, const OpId&) override {
        return {ErrorCode::NotPermitted, "not asked here"};
    }
    Result<void> end(const AgencyId&, const RecordId&) override { return ok(); }
    Result<void> review(const AgencyId& home, const RecordId& access, EmergencyVerdict verdict,
                        const std::string& words) override {
        reviews.push_back({home, access, verdict, words});
        return answer;
    }
    struct Said {
        AgencyId home;
        RecordId access;
        EmergencyVerdict verdict;
        std::string words;
    };
    std::vector<Said> reviews;
    Result<void> answer = ok();
};

class GovernanceScreens : public SharingScreens {
protected:
    GovernanceScreens() : SharingScreens(Kitley::governance()) {}
    [[nodiscard]] QVariantList rows(const QString& heading) {
        for (const QVariant& part : m_screens.app.governance()->parts()) {
            if (part.toMap().value("heading").toString() == heading) {
                return part.toMap().value("rows").toList();
            }
        }
        return {};
    }
    Record blank(RecordType type, const PersonId& person) {
        Record record;
        record.id = m_screens.kitley.ids.random<RecordId>();
        record.type = type;
        record.home = AgencyId{"council"};
        record.person = person;
        record.version.n = 1;
        record.occurredAt = record.recordedAt = m_screens.kitley.clock.now();
        return record;
    }
    Record openedByTheNurse() {
        Record emergency = blank(RecordType::EmergencyAccess, m_screens.kitley.edith);
        emergency.fields.put(emergency_access::kAgency, AgencyId{"harbour"});
        emergency.fields.put(emergency_access::kWorker, WorkerId{"W110"});
        emergency.fields.put(emergency_access::kRole, std::string{"community nurse"});
        emergency.fields.put(emergency_access::kReason, std::string{"Found on the floor, no answer from the office"});
        emergency.fields.put(emergency_access::kReview, std::string{"awaiting"});
        emergency.fields.put(emergency_access::kOpenedAt, m_screens.kitley.clock.now());
        emergency.fields.put(emergency_access::kEndsAt, m_screens.kitley.clock.now());
        m_screens.kitley.store.hold(emergency);
        m_screens.app.refresh();
        m_screens.settle();
        return emergency;
    }
};

TEST_F(GovernanceScreens, agreementsThatLapseOrWaitAreNamed) {
    EXPECT_TRUE(m_screens.app.governance()->mine());
    const QStringList details = all(rows(QStringLiteral("Agreements")), "detail");
    EXPECT_TRUE(details.contains(QStringLiteral("To be reviewed"))) << details.join("; ").toStdString();
    EXPECT_TRUE(details.contains(QStringLiteral("Signed by 2 of 9, not in use yet")))
        << details.join("; ").toStdString();
    m_screens.kitley.clock.advance(std::chrono::hours{24 * 60});
    m_screens.app.refresh();
    m_screens.settle();
    const QStringList later = all(rows(QStringLiteral("Agreements")), "detail");
    EXPECT_TRUE(later.contains(QStringLiteral("Lapses, unless a new version is signed")))
        << later.join("; ").toStdString();
}

TEST_F(GovernanceScreens, emergenciesObjectionsAndOverruledOnesWait) {
    openedByTheNurse();
    Record overruled = blank(RecordType::ObjectionReview, m_screens.kitley.edith);
    overruled.fields.put(objection_review::kState, std::string{"awaiting"});
    overruled.fields.put(objection_review::kSentBy, WorkerId{"W001"});
    overruled.fields.put(objection_review::kToAgency, AgencyId{"estuary"});
    overruled.fields.put(objection_review::kReason, std::string{"Serious harm"});
    m_screens.kitley.store.hold(overruled);
    Record objection = blank(RecordType::PermissionStatement, m_screens.kitley.edith);
    sharing::PermissionStatement statement;
    statement.kind = sharing::StatementKind::Objection;
    statement.receiver = AgencyId{"tidewell"};
    statement.home = AgencyId{"council"};
    statement.askedAt = m_screens.kitley.clock.now();
    sharing::putStatement(objection.fields, statement);
    m_screens.kitley.store.hold(objection);
    m_screens.app.refresh();
    m_screens.settle();
    const auto emergencies = rows(QStringLiteral("Emergency accesses to review"));
    ASSERT_EQ(emergencies.size(), 1);
    EXPECT_EQ(emergencies.at(0).toMap().value("personId").toString(), id(m_screens.kitley.edith));
    EXPECT_TRUE(emergencies.at(0).toMap().value("detail").toString().contains(QStringLiteral("Bronwen Price")));
    EXPECT_EQ(rows(QStringLiteral("Sent despite an objection")).size(), 1);
    const auto open = all(rows(QStringLiteral("Not acknowledged by other agencies yet")), "detail");
    ASSERT_EQ(open.size(), 1);
    EXPECT_TRUE(open.at(0).contains(QStringLiteral("Tidewell Homes"))) << open.at(0).toStdString();
    EXPECT_EQ(m_screens.app.governance()->waiting(), static_cast<int>(rows(QStringLiteral("Agreements")).size()) + 3);
    m_screens.app.lockNow();
    EXPECT_TRUE(m_screens.app.governance()->parts().isEmpty()) << "nobody is left on a locked device";
}

TEST_F(GovernanceScreens, anEmergencyIsJudgedByItsFactsAndLeavesTheList) {
    Line line;
    m_screens.kitley.emergencies = &line;
    const Record emergency = openedByTheNurse();
    auto& model = *m_screens.app.governance();
    const auto waiting = rows(QStringLiteral("Emergency accesses to review"));
    ASSERT_EQ(waiting.size(), 1);
    const QVariantMap row = waiting.at(0).toMap();
    EXPECT_EQ(row.value("review").toString(), QStringLiteral("emergency"));
    EXPECT_FALSE(row.value("mine").toBool());
    const QString facts = all(row.value("terms").toList(), "value").join('|');
    EXPECT_TRUE(facts.contains(QStringLiteral("Found on the floor"))) << facts.toStdString();
    EXPECT_TRUE(facts.contains(QStringLiteral("community nurse"))) << "by role too: " << facts.toStdString();

    QSignalSpy reviewed(&model, &GovernanceModel::reviewed);
    line.answer = {ErrorCode::Unreachable, "no signal"};
    model.reviewEmergency(row.value("record").toString(), true, QStringLiteral("She had fallen."));
    EXPECT_TRUE(model.busy());
    m_screens.settle();
    EXPECT_FALSE(model.busy());
    EXPECT_EQ(reviewed.count(), 0) << "what was typed stays on the screen";
    EXPECT_TRUE(model.errorText().contains(QStringLiteral("nothing was done yet")))
        << "a review does not go out by itself: " << model.errorText().toStdString();
    EXPECT_EQ(rows(QStringLiteral("Emergency accesses to review")).size(), 1);

    line.answer = ok();
    model.reviewEmergency(row.value("record").toString(), false, QStringLiteral("  She was at home and well. "));
    m_screens.settle();
    EXPECT_EQ(reviewed.count(), 1);
    ASSERT_EQ(line.reviews.size(), 2u);
    EXPECT_EQ(line.reviews[1].home, AgencyId{"council"});
    EXPECT_EQ(line.reviews[1].access, emergency.id);
    EXPECT_EQ(line.reviews[1].verdict, EmergencyVerdict::NotJustified);
    EXPECT_EQ(line.reviews[1].words, "She was at home and well.");
    EXPECT_TRUE(rows(QStringLiteral("Emergency accesses to review")).isEmpty())
        << "reviewed at the home, whatever this device was told so far";
}

TEST_F(GovernanceScreens, whatSomebodyElseHasReviewedLeavesTheListToo) {
    Line line;
    line.answer = {ErrorCode::WrongState, "reviewed"};
    m_screens.kitley.emergencies = &line;
    const Record emergency = openedByTheNurse();
    auto& model = *m_screens.app.governance();
    model.reviewEmergency(id(emergency.id), true, QStringLiteral("She had fallen."));
    m_screens.settle();
    EXPECT_TRUE(model.errorTitle().isEmpty());
    EXPECT_TRUE(rows(QStringLiteral("Emergency accesses to review")).isEmpty());
}

TEST_F(GovernanceScreens, aConcernSentDespiteAnObjectionIsJudgedAndSaved) {
    Record overruled = blank(RecordType::ObjectionReview, m_screens.kitley.edith);
    overruled.fields.put(objection_review::kState, std::string{"awaiting"});
    overruled.fields.put(objection_review::kSentBy, WorkerId{"W001"});
    overruled.fields.put(objection_review::kToAgency, AgencyId{"estuary"});
    overruled.fields.put(objection_review::kReason, std::string{"Serious harm"});
    m_screens.kitley.store.hold(overruled);
    m_screens.app.refresh();
    m_screens.settle();
    auto& model = *m_screens.app.governance();
    ASSERT_EQ(rows(QStringLiteral("Sent despite an objection")).size(), 1);
    QSignalSpy reviewed(&model, &GovernanceModel::reviewed);
    model.reviewConcern(id(overruled.id), true, QString{});
    m_screens.settle();
    EXPECT_EQ(reviewed.count(), 0) << "no review without words";
    EXPECT_FALSE(model.errorTitle().isEmpty());
    model.reviewConcern(id(overruled.id), true, QStringLiteral("He was in danger that night."));
    m_screens.settle();
    EXPECT_EQ(reviewed.count(), 1);
    const auto saved = m_screens.kitley.store.record(overruled.id).value()->record;
    EXPECT_EQ(saved.fields.text(objection_review::kState), "right");
    EXPECT_EQ(saved.fields.text(objection_review::kWords), "He was in danger that night.");
    EXPECT_TRUE(rows(QStringLiteral("Sent despite an objection")).isEmpty());
}

} // namespace
} // namespace frontsheet::testing
