#include "app/viewmodels/locked_wording.h"

#include "app/viewmodels/error_wording.h"

namespace frontsheet {

namespace {

QString nameOf(const AgencyEntry& agency) {
    return shown(!agency.shortName.empty() ? agency.shortName : !agency.name.empty() ? agency.name : agency.code.str());
}

} // namespace

QVariantMap lockedRow(const LockedShare& share, const Wording& wording, bool tablet) {
    const QString name = nameOf(share.home);
    const QString since = wording.dateTime(share.lastContact);
    const bool hidden = share.state == LeaseState::Hidden;
    const QString text =
        hidden
            ? (tablet ? QCoreApplication::translate(
                            "Locked",
                            "What %1 shared is hidden because this tablet has not heard from it since %2. Connect to "
                            "see it again.",
                            "%1 agency, %2 date and time")
                      : QCoreApplication::translate(
                            "Locked",
                            "What %1 shared is hidden because this laptop has not heard from it since %2. Connect to "
                            "see it again.",
                            "%1 agency, %2 date and time"))
            : (tablet
                   ? QCoreApplication::translate(
                         "Locked",
                         "This tablet has not heard from %1 since %2. Connect, or say why you need what it shared. %1 "
                         "reads your reason.",
                         "%1 agency, %2 date and time")
                   : QCoreApplication::translate(
                         "Locked",
                         "This laptop has not heard from %1 since %2. Connect, or say why you need what it shared. %1 "
                         "reads your reason.",
                         "%1 agency, %2 date and time"));
    return {{QStringLiteral("home"), shown(share.home.code.str())},
            {QStringLiteral("badge"), badge(share.home)},
            {QStringLiteral("state"), hidden ? QStringLiteral("hidden") : QStringLiteral("reason")},
            {QStringLiteral("title"),
             hidden ? QCoreApplication::translate("Locked", "Hidden for now", "front sheet: past its lease")
                    : QCoreApplication::translate("Locked", "Opens with a reason", "front sheet: past its lease")},
            {QStringLiteral("text"), text.arg(name, since)},
            {QStringLiteral("ask"), QCoreApplication::translate("Locked", "Ask %1", "%1 agency").arg(name)},
            {QStringLiteral("number"), shown(share.home.phone)}};
}

LockedNotice lockedNotice(const std::vector<LockedShare>& anywhere, const Wording& wording, bool tablet) {
    QStringList lines;
    for (const auto& share : anywhere) {
        if (share.state == LeaseState::Hidden) {
            lines << QCoreApplication::translate("Locked", "%1, not heard from since %2.",
                                                 "%1 agency, %2 date and time")
                         .arg(nameOf(share.home), wording.dateTime(share.lastContact));
        }
    }
    if (lines.isEmpty()) {
        return {};
    }
    lines << (tablet ? QCoreApplication::translate(
                           "Locked", "Connect this tablet to see it again. What you wrote is safe and goes out then.",
                           "list notice")
                     : QCoreApplication::translate(
                           "Locked", "Connect this laptop to see it again. What you wrote is safe and goes out then.",
                           "list notice"));
    return {QCoreApplication::translate("Locked", "Some of what other agencies shared is hidden", "list notice: title"),
            lines.join(QLatin1Char('\n'))};
}

QString reasonFaultWords(const Error& error) {
    switch (error.code) {
    case ErrorCode::Missing:
        return QCoreApplication::translate("Locked", "Say in a few words why you need it now.", "typed reason");
    case ErrorCode::TooLarge:
        return QCoreApplication::translate("Locked", "A sentence is enough: 300 letters at most.", "typed reason");
    default:
        return wordsFor(error).title;
    }
}

} // namespace frontsheet
