<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>cloud</name>
    <message>
        <source>Check MUX_TOKEN_ID and MUX_TOKEN_SECRET: a token with permission to read Mux Data, in a plan that includes monitoring.</source>
        <translation>MUX_TOKEN_ID und MUX_TOKEN_SECRET prüfen: nötig ist ein Token mit Leserecht für Mux Data, in einem Tarif mit Monitoring.</translation>
    </message>
    <message>
        <source>Too many requests to Mux. Gantry asks less often by itself.</source>
        <translation>Zu viele Anfragen an Mux. Gantry fragt von selbst seltener ab.</translation>
    </message>
    <message>
        <source>A fault at Mux. Gantry keeps asking.</source>
        <translation>Störung bei Mux. Gantry fragt weiter ab.</translation>
    </message>
    <message>
        <source>The provider did not accept the request as it was written.</source>
        <translation>Der Anbieter hat die Anfrage in dieser Form nicht angenommen.</translation>
    </message>
    <message>
        <source>read the audience figures</source>
        <translation>Zuschauerzahlen lesen</translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation>eine Liste von Punkten</translation>
    </message>
    <message>
        <source>a date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>a number of viewers</source>
        <translation>eine Zuschauerzahl</translation>
    </message>
    <message>
        <source>a share between 0 and 1</source>
        <translation>ein Anteil zwischen 0 und 1</translation>
    </message>
    <message>
        <source>share of viewing time spent rebuffering (Mux)</source>
        <translation>Anteil des Nachladens an der Sehdauer (Mux)</translation>
    </message>
    <message>
        <source>A filter is written dimension:value, with one of: %1.</source>
        <translation>Ein Filter wird als Dimension:Wert geschrieben, mit einer von: %1.</translation>
    </message>
    <message>
        <source>A region such as eu-west-1 is needed.</source>
        <translation>Eine Region wie eu-west-1 ist nötig.</translation>
    </message>
    <message>
        <source>The channel&apos;s id is needed: the number at the end of its ARN.</source>
        <translation>Die ID des Kanals ist nötig: die Zahl am Ende seiner ARN.</translation>
    </message>
    <message>
        <source>read setting &quot;%1&quot;</source>
        <translation>Einstellung &quot;%1&quot; lesen</translation>
    </message>
    <message>
        <source>This setting is needed.</source>
        <translation>Diese Einstellung ist nötig.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Diese Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>start the channel</source>
        <translation>Kanal starten</translation>
    </message>
    <message>
        <source>stop the channel</source>
        <translation>Kanal stoppen</translation>
    </message>
    <message>
        <source>switch to input %1</source>
        <translation>Umschalten auf Eingang %1</translation>
    </message>
    <message>
        <source>Name the input to switch to.</source>
        <translation>Eingang angeben, auf den umgeschaltet werden soll.</translation>
    </message>
    <message>
        <source>read the channel&apos;s state</source>
        <translation>Zustand des Kanals lesen</translation>
    </message>
    <message>
        <source>read the channel&apos;s alerts</source>
        <translation>Warnungen des Kanals lesen</translation>
    </message>
    <message>
        <source>The channel&apos;s alerts cannot be read: %1</source>
        <translation>Die Warnungen des Kanals sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>the state of a channel</source>
        <translation>der Zustand eines Kanals</translation>
    </message>
    <message>
        <source>a small number</source>
        <translation>eine kleine Zahl</translation>
    </message>
    <message>
        <source>alerts with an id</source>
        <translation>Warnungen mit einer ID</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: it and the provider&apos;s differ too much.</source>
        <translation>Uhr dieses Rechners stellen: sie weicht zu stark von der des Anbieters ab.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: it is %1 s ahead of the provider&apos;s.</source>
        <translation>Uhr dieses Rechners stellen: sie geht gegenüber der des Anbieters %1 s vor.</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock: it is %1 s behind the provider&apos;s.</source>
        <translation>Uhr dieses Rechners stellen: sie geht gegenüber der des Anbieters %1 s nach.</translation>
    </message>
    <message>
        <source>The temporary credentials have expired: get new ones.</source>
        <translation>Die temporären Zugangsdaten sind abgelaufen: neue beschaffen.</translation>
    </message>
    <message>
        <source>The provider does not know this access key: check AWS_ACCESS_KEY_ID.</source>
        <translation>Der Anbieter kennt diesen Zugangsschlüssel nicht: AWS_ACCESS_KEY_ID prüfen.</translation>
    </message>
    <message>
        <source>The secret does not belong to the access key: check AWS_SECRET_ACCESS_KEY.</source>
        <translation>Das Geheimnis gehört nicht zum Zugangsschlüssel: AWS_SECRET_ACCESS_KEY prüfen.</translation>
    </message>
    <message>
        <source>Too many requests in this account. Gantry asks less often by itself; other tools may have to do the same.</source>
        <translation>Zu viele Anfragen in diesem Konto. Gantry fragt von selbst seltener ab; andere Werkzeuge müssen das eventuell auch.</translation>
    </message>
    <message>
        <source>Check the channel&apos;s id and the region in the show file.</source>
        <translation>ID des Kanals und Region in der Showdatei prüfen.</translation>
    </message>
    <message>
        <source>It is not in a state that allows this. Look at its state first.</source>
        <translation>Der Zustand lässt das nicht zu. Zuerst den Zustand prüfen.</translation>
    </message>
    <message>
        <source>A fault at the provider. Look at the state before repeating a command.</source>
        <translation>Störung beim Anbieter. Vor dem Wiederholen eines Befehls den Zustand prüfen.</translation>
    </message>
    <message>
        <source>No answer in time. A command may have been executed: look before sending it again.</source>
        <translation>Keine rechtzeitige Antwort. Ein Befehl wurde möglicherweise ausgeführt: vor erneutem Senden prüfen.</translation>
    </message>
    <message>
        <source>read credentials</source>
        <translation>Zugangsdaten lesen</translation>
    </message>
    <message>
        <source>Set %1 in the environment Gantry is started from.</source>
        <translation>%1 in der Umgebung setzen, aus der Gantry gestartet wird.</translation>
    </message>
    <message>
        <source>%1 holds a character that no such key has.</source>
        <translation>%1 enthält ein Zeichen, das in einem solchen Schlüssel nicht vorkommt.</translation>
    </message>
    <message>
        <source>read a secret</source>
        <translation>Geheimnis lesen</translation>
    </message>
    <message>
        <source>read a secret from the keychain</source>
        <translation>Geheimnis aus dem Schlüsselbund lesen</translation>
    </message>
    <message>
        <source>Store it in the desktop&apos;s keychain under service &quot;gantry&quot; with this name, or name an environment variable instead.</source>
        <translation>Im Schlüsselbund des Desktops unter dem Dienst &quot;gantry&quot; mit diesem Namen ablegen oder stattdessen eine Umgebungsvariable angeben.</translation>
    </message>
    <message>
        <source>The keychain cannot be read: unlock it, or name an environment variable instead.</source>
        <translation>Der Schlüsselbund ist nicht lesbar: entsperren oder stattdessen eine Umgebungsvariable angeben.</translation>
    </message>
    <message>
        <source>An address such as https://host or http://127.0.0.1:8080 is needed.</source>
        <translation>Eine Adresse wie https://host oder http://127.0.0.1:8080 ist nötig.</translation>
    </message>
    <message>
        <source>The address must not hold a user name, a password, a query or a fragment.</source>
        <translation>Die Adresse darf weder Benutzername noch Passwort, Query oder Fragment enthalten.</translation>
    </message>
    <message>
        <source>http is allowed for this machine only (127.0.0.1); use https.</source>
        <translation>http ist nur für diesen Rechner erlaubt (127.0.0.1); https verwenden.</translation>
    </message>
    <message>
        <source>The answer was not usable. Check that the address belongs to this provider.</source>
        <translation>Die Antwort war nicht brauchbar. Prüfen, ob die Adresse zu diesem Anbieter gehört.</translation>
    </message>
    <message>
        <source>Check the network connection and the address.</source>
        <translation>Netzwerkverbindung und Adresse prüfen.</translation>
    </message>
    <message>
        <source>The answer is larger than %1 bytes.</source>
        <translation>Die Antwort ist größer als %1 Byte.</translation>
    </message>
    <message>
        <source>The answer was not understood. If this stays, the provider has changed its interface: look for a newer version of Gantry.</source>
        <translation>Die Antwort wurde nicht verstanden. Bleibt das so, hat der Anbieter seine Schnittstelle geändert: nach einer neueren Gantry-Version suchen.</translation>
    </message>
    <message>
        <source>The answer is nested deeper than %1.</source>
        <translation>Die Antwort ist tiefer als %1 verschachtelt.</translation>
    </message>
    <message>
        <source>Not JSON at byte %1: %2</source>
        <translation>Kein JSON ab Byte %1: %2</translation>
    </message>
    <message>
        <source>JSON, but not an object.</source>
        <translation>JSON, aber kein Objekt.</translation>
    </message>
    <message>
        <source>%1: expected %2.</source>
        <translation>%1: erwartet: %2.</translation>
    </message>
    <message>
        <source>a short text</source>
        <translation>ein kurzer Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a list of at most %1</source>
        <translation>eine Liste mit höchstens %1 Einträgen</translation>
    </message>
    <message>
        <source>start the rehearsal cloud</source>
        <translation>Proben-Cloud starten</translation>
    </message>
    <message>
        <source>Another program may use this port: choose another one, or 0 for any.</source>
        <translation>Eventuell belegt ein anderes Programm diesen Port: einen anderen wählen, oder 0 für einen beliebigen.</translation>
    </message>
    <message>
        <source>Ask for these permissions on the channel: medialive:DescribeChannel, ListAlerts, StartChannel, StopChannel and BatchUpdateSchedule.</source>
        <translation>Diese Rechte am Kanal anfordern: medialive:DescribeChannel, ListAlerts, StartChannel, StopChannel und BatchUpdateSchedule.</translation>
    </message>
</context>
<context>
    <name>gantry::AlarmModel</name>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 for %5. %6</source>
        <comment>priority, where, what, state, age, advice</comment>
        <translation>%1: %2, %3, %4 seit %5. %6</translation>
    </message>
</context>
<context>
    <name>gantry::AlarmRules</name>
    <message>
        <source>Session log</source>
        <translation>Sitzungsprotokoll</translation>
    </message>
    <message>
        <source>LOG NOT SAFE</source>
        <translation>PROTOKOLL UNGESICHERT</translation>
    </message>
    <message>
        <source>%1 Alarms and commands are kept in memory until it can be written again.</source>
        <translation>%1 Alarme und Befehle bleiben im Arbeitsspeicher, bis wieder geschrieben werden kann.</translation>
    </message>
    <message>
        <source>FIGURES OLD</source>
        <translation>ZAHLEN VERALTET</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>gantry::AuditModel</name>
    <message>
        <source>%1: %2</source>
        <comment>who, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, by %3: %4. %5</source>
        <comment>what, when, who, steps, detail</comment>
        <translation>%1, %2, durch %3: %4. %5</translation>
    </message>
    <message>
        <source>%1 +%2 s</source>
        <comment>step, seconds after the request</comment>
        <translation>%1 +%2 s</translation>
    </message>
</context>
<context>
    <name>gantry::ChartsWindow</name>
    <message>
        <source>Charts</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>last minute</source>
        <translation>letzte Minute</translation>
    </message>
    <message>
        <source>last 3 minutes</source>
        <translation>letzte 3 Minuten</translation>
    </message>
    <message>
        <source>last 10 minutes</source>
        <translation>letzte 10 Minuten</translation>
    </message>
    <message>
        <source>How far back the charts reach</source>
        <translation>Wie weit die Verläufe zurückreichen</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
</context>
<context>
    <name>gantry::CommandDesk</name>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Switch %1 to %2</source>
        <translation>%1 auf %2 umschalten</translation>
    </message>
    <message>
        <source>There is no encoder %1 in this show, or it could not be connected.</source>
        <translation>Den Encoder %1 gibt es in dieser Show nicht, oder er konnte nicht verbunden werden.</translation>
    </message>
    <message>
        <source>“%1” is still under way.</source>
        <translation>„%1“ läuft noch.</translation>
    </message>
    <message>
        <source>%1 has no input %2; it has %3.</source>
        <translation>%1 hat keinen Eingang %2; vorhanden: %3.</translation>
    </message>
    <message>
        <source>%1 takes %2 already.</source>
        <translation>%1 nutzt %2 bereits.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 meldet %2.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 The provider says: %2</source>
        <translation>%1 Der Anbieter meldet: %2</translation>
    </message>
    <message>
        <source>The encoder does not show it. Look at it, and at the feeds, before you try again.</source>
        <translation>Am Encoder zeigt sich keine Wirkung. Vor einem neuen Versuch Encoder und Feeds prüfen.</translation>
    </message>
    <message>
        <source>Every pipeline of %1 takes %2.</source>
        <translation>Alle Pipelines von %1 nutzen %2.</translation>
    </message>
    <message>
        <source>%1: it may have been executed. Looking at the encoder; it is not sent again.</source>
        <translation>%1: Der Befehl kann ausgeführt worden sein. Der Encoder wird beobachtet, der Befehl nicht erneut gesendet.</translation>
    </message>
</context>
<context>
    <name>gantry::ControlWindow</name>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>The time this window shows: here, in UTC, and since the session began</source>
        <translation>Die Zeit, die dieses Fenster zeigt: hier, in UTC und seit Beginn der Sitzung</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Feeds</translation>
    </message>
    <message>
        <source>This show has no feed.</source>
        <translation>Diese Show hat keinen Feed.</translation>
    </message>
    <message>
        <source>FEEDS</source>
        <translation>FEEDS</translation>
    </message>
    <message>
        <source>This show has no encoder.</source>
        <translation>Diese Show hat keinen Encoder.</translation>
    </message>
    <message>
        <source>ENCODERS</source>
        <translation>ENCODER</translation>
    </message>
    <message>
        <source>Alarms, worst first</source>
        <translation>Alarme, dringendste zuerst</translation>
    </message>
    <message>
        <source>Commands, newest first</source>
        <translation>Befehle, neueste zuerst</translation>
    </message>
    <message>
        <source>No commands</source>
        <translation>Keine Befehle</translation>
    </message>
    <message>
        <source>ALARMS, WORST FIRST</source>
        <translation>ALARME, DRINGENDSTE ZUERST</translation>
    </message>
    <message>
        <source>COMMANDS, NEWEST FIRST</source>
        <translation>BEFEHLE, NEUESTE ZUERST</translation>
    </message>
    <message>
        <source>%1 LOCAL · %2 UTC · %3</source>
        <translation>%1 LOKAL · %2 UTC · %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderAlarms</name>
    <message>
        <source>UNREACHABLE</source>
        <translation>NICHT ERREICHBAR</translation>
    </message>
    <message>
        <source>ENCODER STOPPED</source>
        <translation>ENCODER GESTOPPT</translation>
    </message>
    <message>
        <source>The provider says %1 and nobody asked for it here. Start it again.</source>
        <translation>Der Anbieter meldet %1, von hier wurde das nicht veranlasst. Encoder wieder starten.</translation>
    </message>
    <message>
        <source>PIPELINE LOST</source>
        <translation>PIPELINE AUSGEFALLEN</translation>
    </message>
    <message>
        <source>%1 of %2 pipelines run: there is no spare.</source>
        <translation>%1 von %2 Pipelines laufen: keine Reserve.</translation>
    </message>
    <message>
        <source>START REJECTED</source>
        <translation>START ABGELEHNT</translation>
    </message>
    <message>
        <source>START UNCONFIRMED</source>
        <translation>START UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>STOP REJECTED</source>
        <translation>STOPP ABGELEHNT</translation>
    </message>
    <message>
        <source>STOP UNCONFIRMED</source>
        <translation>STOPP UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>SWITCH REJECTED</source>
        <translation>UMSCHALTEN ABGELEHNT</translation>
    </message>
    <message>
        <source>SWITCH UNCONFIRMED</source>
        <translation>UMSCHALTEN UNBESTÄTIGT</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>No answer comes.</source>
        <translation>Es kommt keine Antwort.</translation>
    </message>
    <message>
        <source>%1 The encoder itself may well be running.</source>
        <translation>%1 Der Encoder selbst kann durchaus laufen.</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderCard</name>
    <message>
        <source>Switch to %1</source>
        <translation>Umschalten auf %1</translation>
    </message>
    <message>
        <source>Switch to %1 · %2</source>
        <comment>input, feed</comment>
        <translation>Umschalten auf %1 · %2</translation>
    </message>
    <message>
        <source>Puts input %1 of %2 on air.</source>
        <translation>Bringt Eingang %1 von %2 auf Sendung.</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Starts the encoder %1.</source>
        <translation>Startet den Encoder %1.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Stops the encoder %1: the programme ends for every viewer.</source>
        <translation>Stoppt den Encoder %1: die Sendung endet für alle Zuschauer.</translation>
    </message>
    <message>
        <source>%1 ?</source>
        <comment>last known state</comment>
        <translation>%1 ?</translation>
    </message>
    <message>
        <source>on air now</source>
        <translation>ist auf Sendung</translation>
    </message>
    <message>
        <source>Puts input %1 of %2 on air: %3.</source>
        <comment>input, encoder, feed</comment>
        <translation>Bringt Eingang %1 von %2 auf Sendung: %3.</translation>
    </message>
</context>
<context>
    <name>gantry::EncoderModel</name>
    <message>
        <source>Encoder %1: %2, %3. %4</source>
        <translation>Encoder %1: %2, %3. %4</translation>
    </message>
    <message>
        <source>UNKNOWN</source>
        <translation>UNBEKANNT</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht abgefragt</translation>
    </message>
    <message>
        <source>answered %1 ago</source>
        <translation>Antwort vor %1</translation>
    </message>
    <message>
        <source>never answered: %1</source>
        <translation>nie geantwortet: %1</translation>
    </message>
    <message>
        <source>no answer since %1: %2</source>
        <comment>for how long, why</comment>
        <translation>keine Antwort seit %1: %2</translation>
    </message>
    <message>
        <source>pipelines unknown</source>
        <translation>Pipelines unbekannt</translation>
    </message>
    <message>
        <source>pipeline %1 takes nothing known</source>
        <translation>Pipeline %1: Eingang unbekannt</translation>
    </message>
    <message>
        <source>pipeline %1 takes %2</source>
        <translation>Pipeline %1: Eingang %2</translation>
    </message>
    <message>
        <source>alerts unknown</source>
        <translation>Warnungen unbekannt</translation>
    </message>
    <message>
        <source>no alerts</source>
        <translation>keine Warnungen</translation>
    </message>
    <message>
        <source>alerts: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>%1: %2 %3 ago</source>
        <comment>command, step, age</comment>
        <translation>%1: %2 vor %3</translation>
    </message>
    <message>
        <source>“%1” is under way</source>
        <translation>„%1“ läuft</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>Zustand ist %1</translation>
    </message>
    <message>
        <source>last known: %1</source>
        <translation>zuletzt bekannt: %1</translation>
    </message>
    <message>
        <source>nothing comes back</source>
        <translation>nichts kommt zurück</translation>
    </message>
</context>
<context>
    <name>gantry::FeedAlarms</name>
    <message>
        <source>PORT IN USE</source>
        <translation>PORT BELEGT</translation>
    </message>
    <message>
        <source>WRONG PASSPHRASE</source>
        <translation>FALSCHE PASSPHRASE</translation>
    </message>
    <message>
        <source>HOST UNKNOWN</source>
        <translation>HOST UNBEKANNT</translation>
    </message>
    <message>
        <source>LINK FAULT</source>
        <translation>VERBINDUNGSFEHLER</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>NOT MPEG-TS</source>
        <translation>KEIN MPEG-TS</translation>
    </message>
    <message>
        <source>Data arrives, but it is not an MPEG transport stream. Set the sender to MPEG-TS (ffmpeg: -f mpegts).</source>
        <translation>Es kommen Daten an, aber kein MPEG-Transportstrom. Sender auf MPEG-TS einstellen (ffmpeg: -f mpegts).</translation>
    </message>
    <message>
        <source>Look at the sender and its network; the feed comes back by itself.</source>
        <translation>Sender und dessen Netzwerk prüfen; der Feed kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>NO KEY PICTURE</source>
        <translation>KEIN KEYFRAME</translation>
    </message>
    <message>
        <source>NOT ARRIVED</source>
        <translation>NICHT ANGEKOMMEN</translation>
    </message>
    <message>
        <source>Set the sender&apos;s key picture distance to 2 s or less.</source>
        <translation>Keyframe-Abstand am Sender auf höchstens 2 s einstellen.</translation>
    </message>
    <message>
        <source>Nothing has come since the show was opened. Is the sender started, and set to this address?</source>
        <translation>Seit dem Öffnen der Show ist nichts angekommen. Ist der Sender gestartet und auf diese Adresse eingestellt?</translation>
    </message>
    <message>
        <source>%1 % of the packets of the last 10 s came too late.</source>
        <translation>%1 % der Pakete der letzten 10 s kamen zu spät.</translation>
    </message>
    <message>
        <source>%1 Raise the SRT latency to at least %2 ms at both ends.</source>
        <translation>%1 SRT-Latenz an beiden Enden auf mindestens %2 ms erhöhen.</translation>
    </message>
    <message>
        <source>DROPPED PACKETS</source>
        <translation>VERLORENE PAKETE</translation>
    </message>
    <message>
        <source>Latency is %1 round trips; raise it to at least %2 ms at both ends.</source>
        <translation>Die Latenz beträgt das %1-Fache der Laufzeit (RTT); an beiden Enden auf mindestens %2 ms erhöhen.</translation>
    </message>
    <message>
        <source>LATENCY TOO LOW</source>
        <translation>LATENZ ZU NIEDRIG</translation>
    </message>
</context>
<context>
    <name>gantry::LiveRoom</name>
    <message>
        <source>The session “%1” began.</source>
        <translation>Die Sitzung „%1“ hat begonnen.</translation>
    </message>
    <message>
        <source>The session ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
</context>
<context>
    <name>gantry::RehearsalStage</name>
    <message>
        <source>The rehearsal cloud did not start: %1</source>
        <translation>Die Proben-Cloud ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>The rehearsal cloud ended at once: %1</source>
        <translation>Die Proben-Cloud hat sich sofort beendet: %1</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>gantry::ReplayRoom</name>
    <message>
        <source>Read the show inside the session</source>
        <translation>Show in der Sitzung lesen</translation>
    </message>
    <message>
        <source>The session was written by another version, or is damaged. Its tables can still be read with sqlite3.</source>
        <translation>Die Sitzung stammt von einer anderen Version oder ist beschädigt. Ihre Tabellen sind weiterhin mit sqlite3 lesbar.</translation>
    </message>
    <message>
        <source>This session ended without goodbye: the program or the machine stopped suddenly. All that was written is here.</source>
        <translation>Diese Sitzung wurde nicht ordnungsgemäß beendet: Programm oder Rechner sind plötzlich ausgefallen. Alles bis dahin Geschriebene ist hier.</translation>
    </message>
    <message>
        <source>REPLAY · %1 · %2</source>
        <comment>day, file</comment>
        <translation>WIEDERGABE · %1 · %2</translation>
    </message>
</context>
<context>
    <name>gantry::ReplayWindow</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts passiert.</translation>
    </message>
    <message>
        <source>Last, %2 ago: %1</source>
        <comment>what, how long ago</comment>
        <translation>Zuletzt, vor %2: %1</translation>
    </message>
</context>
<context>
    <name>gantry::RoomStatus</name>
    <message>
        <source>log: safe</source>
        <translation>Protokoll: gesichert</translation>
    </message>
    <message>
        <source>log: NOT SAFE</source>
        <translation>Protokoll: UNGESICHERT</translation>
    </message>
    <message>
        <source>Samples that could not be kept: %1.</source>
        <translation>Nicht gespeicherte Messwerte: %1.</translation>
    </message>
    <message>
        <source>Everything that happens is on disk.</source>
        <translation>Alles, was geschieht, ist auf dem Datenträger.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>fault, what was dropped</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gantry::RoomWindow</name>
    <message>
        <source>&amp;Windows</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Gantry</source>
        <translation>&amp;Über Gantry</translation>
    </message>
    <message>
        <source>%1 · %2 · Gantry</source>
        <comment>show, window</comment>
        <translation>%1 · %2 · Gantry</translation>
    </message>
    <message>
        <source>%1 · %2 · Gantry</source>
        <comment>banner, window</comment>
        <translation>%1 · %2 · Gantry</translation>
    </message>
    <message>
        <source>&amp;End and close all windows</source>
        <translation>&amp;Beenden und alle Fenster schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&lt;table cellspacing=6&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Tab, arrows&lt;/b&gt;&lt;/td&gt;&lt;td&gt;move the focus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;1–9, 0&lt;/b&gt;&lt;/td&gt;&lt;td&gt;select a feed on the wall, with Shift 11–20&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;the selected tile fills the wall, and back&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;acknowledge the alarm in focus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;hold Space or Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;on Start, Stop or Switch: acts after 0.6 s&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Space, J K L, ← →&lt;/b&gt;&lt;/td&gt;&lt;td&gt;replay: play, slower, stop, faster, 1 s steps&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;A, C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;replay: next alarm, next command; with Shift the one before&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F2–F5&lt;/b&gt;&lt;/td&gt;&lt;td&gt;bring up a window&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F11, Esc&lt;/b&gt;&lt;/td&gt;&lt;td&gt;full screen, and back&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Ctrl+Shift+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;end&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;table cellspacing=6&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Tab, Pfeiltasten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Fokus bewegen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;1–9, 0&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Feed auf der Monitorwand wählen, mit Umschalt 11–20&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F&lt;/b&gt;&lt;/td&gt;&lt;td&gt;gewählte Kachel füllt die Monitorwand, und zurück&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Enter&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Alarm im Fokus quittieren&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Leertaste oder Enter halten&lt;/b&gt;&lt;/td&gt;&lt;td&gt;auf Starten, Stoppen oder Umschalten: löst nach 0,6 s aus&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Leertaste, J K L, ← →&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Wiedergabe: abspielen, langsamer, anhalten, schneller, Schritte von 1 s&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;A, C&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Wiedergabe: nächster Alarm, nächster Befehl; mit Umschalt der vorherige&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F2–F5&lt;/b&gt;&lt;/td&gt;&lt;td&gt;ein Fenster nach vorn holen&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;F11, Esc&lt;/b&gt;&lt;/td&gt;&lt;td&gt;Vollbild, und zurück&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;Strg+Umschalt+Q&lt;/b&gt;&lt;/td&gt;&lt;td&gt;beenden&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
    <message>
        <source>About Gantry</source>
        <translation>Über Gantry</translation>
    </message>
    <message>
        <source>&lt;b&gt;Gantry %1&lt;/b&gt;&lt;br&gt;The control room for live shows that run through the cloud.&lt;br&gt;Qt %2. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>&lt;b&gt;Gantry %1&lt;/b&gt;&lt;br&gt;Die Regie für Live-Shows, die durch die Cloud laufen.&lt;br&gt;Qt %2. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>gantry::Sequencer</name>
    <message>
        <source>This computer&apos;s clock was set by %1 s. Durations and order are not affected.</source>
        <translation>Die Uhr dieses Rechners wurde um %1 s verstellt. Dauer und Reihenfolge sind nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>gantry::SeriesStore</name>
    <message>
        <source>%1 viewers</source>
        <translation>%1: Zuschauer</translation>
    </message>
    <message>
        <source>viewers</source>
        <translation>Zuschauer</translation>
    </message>
    <message>
        <source>%1 rebuffering</source>
        <translation>%1: Nachladen</translation>
    </message>
    <message>
        <source>rebuffering</source>
        <translation>Nachladen</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 receive rate</source>
        <translation>%1: Empfangsrate</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>Mb/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>%1 round trip</source>
        <translation>%1: Laufzeit (RTT)</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>%1: Pakete</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>fehlend</translation>
    </message>
    <message>
        <source>pkt/s</source>
        <translation>Pkt/s</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>where, what</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>command, step</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gantry::StartWindow</name>
    <message>
        <source>Gantry</source>
        <translation>Gantry</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Proben</translation>
    </message>
    <message>
        <source>A room on test feeds and a sandbox cloud. Nothing to fill in, no account.</source>
        <translation>Eine Regie mit Test-Feeds und Sandbox-Cloud. Nichts auszufüllen, kein Konto.</translation>
    </message>
    <message>
        <source>&amp;Open a show…</source>
        <translation>Show ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Its feeds, its encoders and its viewers, from one show file.</source>
        <translation>Ihre Feeds, Encoder und Zuschauer, aus einer Showdatei.</translation>
    </message>
    <message>
        <source>Open a show</source>
        <translation>Show öffnen</translation>
    </message>
    <message>
        <source>Shows (*.json)</source>
        <translation>Shows (*.json)</translation>
    </message>
    <message>
        <source>Re&amp;play a session…</source>
        <translation>&amp;Sitzung wiedergeben…</translation>
    </message>
    <message>
        <source>A recorded session, in the same windows.</source>
        <translation>Eine aufgezeichnete Sitzung, in denselben Fenstern.</translation>
    </message>
    <message>
        <source>Replay a session</source>
        <translation>Sitzung wiedergeben</translation>
    </message>
    <message>
        <source>Sessions (*.gantry)</source>
        <translation>Sitzungen (*.gantry)</translation>
    </message>
    <message>
        <source>Recorded &amp;last</source>
        <translation>&amp;Zuletzt aufgezeichnet</translation>
    </message>
    <message>
        <source>Recorded last</source>
        <translation>Zuletzt aufgezeichnet</translation>
    </message>
    <message>
        <source>Enter or a double click replays a session</source>
        <translation>Enter oder Doppelklick gibt eine Sitzung wieder</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>Noch nichts aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>gantry::TallyRule</name>
    <message>
        <source>no encoder takes this feed</source>
        <translation>kein Encoder nutzt diesen Feed</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 nutzt %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 meldet %2</translation>
    </message>
</context>
<context>
    <name>gantry::WallModel</name>
    <message>
        <source>NO AUDIO</source>
        <translation>KEIN TON</translation>
    </message>
    <message>
        <source>%1 %2×%3</source>
        <translation>%1 %2×%3</translation>
    </message>
    <message>
        <source>%1 %2×%3 %4 fps</source>
        <comment>codec, width, height, pictures a second</comment>
        <translation>%1 %2×%3 %4 fps</translation>
    </message>
    <message>
        <source>WAITING</source>
        <translation>WARTET</translation>
    </message>
    <message>
        <source>STALLED</source>
        <translation>BILD STEHT</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>AUDIO ONLY</source>
        <translation>NUR TON</translation>
    </message>
    <message>
        <source>WAITING FOR KEY PICTURE</source>
        <translation>WARTET AUF KEYFRAME</translation>
    </message>
    <message>
        <source>NOT MPEG-TS</source>
        <translation>KEIN MPEG-TS</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>for how long, and why</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>RTT %1</source>
        <translation>RTT %1</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>%1: not started</source>
        <translation>%1: nicht gestartet</translation>
    </message>
    <message>
        <source>%1: connected to %2</source>
        <translation>%1: verbunden mit %2</translation>
    </message>
    <message>
        <source>%1: calling</source>
        <translation>%1: verbindet</translation>
    </message>
    <message>
        <source>%1: waiting for a sender</source>
        <translation>%1: wartet auf einen Sender</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>on program</source>
        <translation>im Programm</translation>
    </message>
    <message>
        <source>on preview</source>
        <translation>in der Vorschau</translation>
    </message>
    <message>
        <source>tally unknown</source>
        <translation>Tally unbekannt</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, for how long</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>decoder behind, %1 packets not shown</source>
        <translation>Decoder zu langsam, %1 Pakete nicht gezeigt</translation>
    </message>
    <message>
        <source>WAITING FOR DATA</source>
        <translation>WARTET AUF DATEN</translation>
    </message>
</context>
<context>
    <name>gantry::WallWindow</name>
    <message>
        <source>Wall</source>
        <translation>Monitorwand</translation>
    </message>
</context>
<context>
    <name>gantry::command_line</name>
    <message>
        <source>The language to speak: en, de. Default: the desktop&apos;s.</source>
        <translation>Sprache der Oberfläche: en, de. Vorgabe: die des Desktops.</translation>
    </message>
    <message>
        <source>There is no language “%1”. There are en and de.</source>
        <translation>Die Sprache „%1“ gibt es nicht. Verfügbar sind en und de.</translation>
    </message>
    <message>
        <source>Words expected behind the verb: %1, found: %2. See --help.</source>
        <translation>Erwartete Angaben nach dem Verb: %1, gefunden: %2. Siehe --help.</translation>
    </message>
    <message>
        <source>--%1 takes a number of seconds above 0, at most a week; not “%2”.</source>
        <translation>--%1 erwartet eine Anzahl Sekunden über 0, höchstens eine Woche; nicht „%2“.</translation>
    </message>
    <message>
        <source>There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). To look all the same: gantry rehearse --for 12 --screenshots FOLDER</source>
        <translation>Keine Anzeige vorhanden (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt). Trotzdem ansehen: gantry rehearse --for 12 --screenshots ORDNER</translation>
    </message>
    <message>
        <source>Finds every fault of a show file in one run. Prints one line a fault: the place in the file, what is wrong, what is allowed. Exits 0 when there is none, 1 otherwise.</source>
        <translation>Findet alle Fehler einer Showdatei in einem Durchlauf. Gibt eine Zeile pro Fehler aus: die Stelle in der Datei, was falsch ist, was erlaubt ist. Endet mit 0, wenn es keinen gibt, sonst mit 1.</translation>
    </message>
    <message>
        <source>%1: faults found: %2</source>
        <translation>%1: gefundene Fehler: %2</translation>
    </message>
    <message>
        <source>%1: no faults. “%2”: feeds %3, encoders %4, audiences %5.</source>
        <translation>%1: keine Fehler. „%2“: Feeds %3, Encoder %4, Zuschauerquellen %5.</translation>
    </message>
    <message>
        <source>Takes one SRT feed and prints what it is made of: one JSON object a second on stdout. Exits 0, or 1 when the feed never came. A passphrase is taken from the environment variable GANTRY_PASSPHRASE. The objects&apos; keys:</source>
        <translation>Nimmt einen SRT-Feed und gibt aus, woraus er besteht: ein JSON-Objekt pro Sekunde auf stdout. Endet mit 0, oder mit 1, wenn der Feed nie kam. Eine Passphrase wird der Umgebungsvariablen GANTRY_PASSPHRASE entnommen. Die Schlüssel der Objekte:</translation>
    </message>
    <message>
        <source>End after this many seconds. Default: until interrupted.</source>
        <translation>Nach so vielen Sekunden beenden. Vorgabe: bis zum Abbruch.</translation>
    </message>
    <message>
        <source>A sender connected, but no picture and no sound came.</source>
        <translation>Ein Sender hat sich verbunden, aber es kamen weder Bild noch Ton.</translation>
    </message>
    <message>
        <source>Nobody sent anything.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The feed %1 never came. %2</source>
        <translation>Der Feed %1 kam nie. %2</translation>
    </message>
    <message>
        <source>waiting, connecting, connected or failed</source>
        <translation>waiting, connecting, connected oder failed</translation>
    </message>
    <message>
        <source>why it is not connected, in words</source>
        <translation>warum nicht verbunden, in Worten</translation>
    </message>
    <message>
        <source>address of the other end</source>
        <translation>Adresse der Gegenstelle</translation>
    </message>
    <message>
        <source>how often it has connected</source>
        <translation>Anzahl der Verbindungen bisher</translation>
    </message>
    <message>
        <source>true when the stream is encrypted</source>
        <translation>true, wenn der Stream verschlüsselt ist</translation>
    </message>
    <message>
        <source>round-trip time, smoothed</source>
        <translation>Laufzeit (RTT), geglättet</translation>
    </message>
    <message>
        <source>negotiated SRT latency</source>
        <translation>ausgehandelte SRT-Latenz</translation>
    </message>
    <message>
        <source>received and waiting for its time</source>
        <translation>empfangen und noch nicht fällig</translation>
    </message>
    <message>
        <source>received over the last second</source>
        <translation>empfangen in der letzten Sekunde</translation>
    </message>
    <message>
        <source>SRT packets received since it connected</source>
        <translation>empfangene SRT-Pakete seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>gaps seen; may be repaired</source>
        <translation>erkannte Lücken; evtl. behebbar</translation>
    </message>
    <message>
        <source>packets sent again</source>
        <translation>erneut gesendete Pakete</translation>
    </message>
    <message>
        <source>packets that came after their time</source>
        <translation>zu spät gekommene Pakete</translation>
    </message>
    <message>
        <source>packets given up: what a viewer sees</source>
        <translation>aufgegebene Pakete: für Zuschauer sichtbar</translation>
    </message>
    <message>
        <source>packets that could not be decrypted</source>
        <translation>nicht entschlüsselbare Pakete</translation>
    </message>
    <message>
        <source>true when it is an MPEG transport stream</source>
        <translation>true, wenn es ein MPEG-Transportstrom ist</translation>
    </message>
    <message>
        <source>transport stream rate</source>
        <translation>Rate des Transportstroms</translation>
    </message>
    <message>
        <source>188-byte packets since it connected</source>
        <translation>188-Byte-Pakete seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>gaps in the packet counters</source>
        <translation>Lücken in den Paketzählern</translation>
    </message>
    <message>
        <source>times the packet grid was lost</source>
        <translation>wie oft das Paketraster verloren ging</translation>
    </message>
    <message>
        <source>packets marked as damaged</source>
        <translation>als beschädigt markierte Pakete</translation>
    </message>
    <message>
        <source>stuffing in the last second</source>
        <translation>Stopfdaten in der letzten Sekunde</translation>
    </message>
    <message>
        <source>of the first program: list of {pid, codec}</source>
        <translation>des ersten Programms: Liste von {pid, codec}</translation>
    </message>
    <message>
        <source>live, stalled, no-signal, audio-only or waiting and for what</source>
        <translation>live, stalled, no-signal, audio-only oder waiting und worauf</translation>
    </message>
    <message>
        <source>video codec</source>
        <translation>Video-Codec</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>pictures a second, as the stream says</source>
        <translation>Bilder pro Sekunde laut Stream</translation>
    </message>
    <message>
        <source>age of the newest picture</source>
        <translation>Alter des neuesten Bildes</translation>
    </message>
    <message>
        <source>pictures decoded since it connected</source>
        <translation>decodierte Bilder seit Verbindungsbeginn</translation>
    </message>
    <message>
        <source>decoder errors</source>
        <translation>Decoderfehler</translation>
    </message>
    <message>
        <source>true when sound decodes</source>
        <translation>true, wenn Ton decodiert wird</translation>
    </message>
    <message>
        <source>audio codec</source>
        <translation>Audio-Codec</translation>
    </message>
    <message>
        <source>sample peak of each channel over the last 0.2 s: a list</source>
        <translation>Sample-Spitzenwert je Kanal über die letzten 0,2 s: eine Liste</translation>
    </message>
    <message>
        <source>loudness over 400 ms (EBU R 128)</source>
        <translation>Lautheit über 400 ms (EBU R 128)</translation>
    </message>
    <message>
        <source>loudness over 3 s (EBU R 128)</source>
        <translation>Lautheit über 3 s (EBU R 128)</translation>
    </message>
    <message>
        <source>since the probe began</source>
        <translation>seit Beginn der Messung</translation>
    </message>
    <message>
        <source>%1. %2 %3</source>
        <translation>%1. %2 %3</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Opens a room on test feeds and a sandbox cloud, all on this machine. Nothing to fill in, no account.</source>
        <translation>Öffnet eine Regie mit Test-Feeds und Sandbox-Cloud, alles auf diesem Rechner. Nichts auszufüllen, kein Konto.</translation>
    </message>
    <message>
        <source>REHEARSAL · nothing here is on air</source>
        <translation>PROBE · nichts hier ist auf Sendung</translation>
    </message>
    <message>
        <source>Opens a show: its feeds, its encoders, its viewers. Records a session.</source>
        <translation>Öffnet eine Show: ihre Feeds, Encoder und Zuschauer. Zeichnet eine Sitzung auf.</translation>
    </message>
    <message>
        <source>Opens a recorded session in the same windows. Nothing can go out.</source>
        <translation>Öffnet eine aufgezeichnete Sitzung in denselben Fenstern. Nichts kann nach außen gehen.</translation>
    </message>
    <message>
        <source>Begin this many seconds after the session began.</source>
        <translation>So viele Sekunden nach Beginn der Sitzung einsteigen.</translation>
    </message>
    <message>
        <source>Listen on this port of 127.0.0.1. Default: a free one.</source>
        <translation>Auf diesem Port von 127.0.0.1 lauschen. Vorgabe: ein freier.</translation>
    </message>
    <message>
        <source>Start, stop and switch in about 2 seconds instead of the provider&apos;s usual times.</source>
        <translation>Starten, Stoppen und Umschalten in etwa 2 Sekunden statt in den üblichen Zeiten des Anbieters.</translation>
    </message>
    <message>
        <source>Begin with the channel stopped.</source>
        <translation>Mit gestopptem Kanal beginnen.</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535.</source>
        <translation>--port erwartet eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Opens the start window.</source>
        <translation>Öffnet das Startfenster.</translation>
    </message>
    <message>
        <source>Cannot start %1.</source>
        <translation>%1 lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>Sends test feeds over SRT until it is ended: a moving picture with the feed&apos;s name, a running timecode and a frame counter, and a tone, as H.264 and AAC in MPEG-TS.</source>
        <translation>Sendet Test-Feeds über SRT, bis es beendet wird: ein bewegtes Bild mit dem Namen des Feeds, laufendem Timecode und Bildzähler sowie einen Ton, als H.264 und AAC in MPEG-TS.</translation>
    </message>
    <message>
        <source>Send no sound.</source>
        <translation>Keinen Ton senden.</translation>
    </message>
    <message>
        <source>Send no picture.</source>
        <translation>Kein Bild senden.</translation>
    </message>
    <message>
        <source>Write NAME=srt://host:port.</source>
        <translation>Als NAME=srt://host:port schreiben.</translation>
    </message>
    <message>
        <source>“%1” is no feed. %2</source>
        <translation>„%1“ ist kein Feed. %2</translation>
    </message>
    <message>
        <source>Name at least one feed: &quot;CAM 1=srt://127.0.0.1:9001&quot;.</source>
        <translation>Mindestens einen Feed angeben: &quot;CAM 1=srt://127.0.0.1:9001&quot;.</translation>
    </message>
    <message>
        <source>Cannot write the screenshot %1: is there space, and may you write there?</source>
        <translation>Der Screenshot %1 lässt sich nicht schreiben: ist Platz vorhanden und der Ordner beschreibbar?</translation>
    </message>
    <message>
        <source>End after this many seconds.</source>
        <translation>Nach so vielen Sekunden beenden.</translation>
    </message>
    <message>
        <source>Write a picture of every window into this folder just before the end; works without a display.</source>
        <translation>Kurz vor dem Ende ein Bild jedes Fensters in diesen Ordner schreiben; geht auch ohne Anzeige.</translation>
    </message>
    <message>
        <source>Letters this much larger: 1 to 2.</source>
        <translation>Schrift um diesen Faktor größer: 1 bis 2.</translation>
    </message>
    <message>
        <source>Cannot make the folder %1.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>--font-scale takes a number from 1 to 2.</source>
        <translation>--font-scale erwartet eine Zahl von 1 bis 2.</translation>
    </message>
    <message>
        <source>packets thrown away because the decoder fell behind</source>
        <translation>verworfene Pakete, weil der Decoder nicht nachkam</translation>
    </message>
    <message>
        <source>Runs the rehearsal cloud on this machine: one MediaLive channel with inputs A and B, and viewer figures. Prints its endpoint and throw-away keys as shell assignments.</source>
        <translation>Startet die Proben-Cloud auf diesem Rechner: ein MediaLive-Kanal mit den Eingängen A und B sowie Zuschauerzahlen. Gibt Adresse und Wegwerfschlüssel als Shell-Zuweisungen aus.</translation>
    </message>
</context>
<context>
    <name>gantry::widgets</name>
    <message>
        <source>Critical</source>
        <comment>alarm priority</comment>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Major</source>
        <comment>alarm priority</comment>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Minor</source>
        <comment>alarm priority</comment>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Info</source>
        <comment>alarm priority</comment>
        <translation>Info</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>alarm priority</comment>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::AlarmStrip</name>
    <message>
        <source>%1  %2</source>
        <comment>where, what</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>priority, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation>dringendster: %1</translation>
    </message>
    <message>
        <source>Enter = acknowledge</source>
        <translation>Enter = quittieren</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <comment>how long, hint</comment>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::AlarmView</name>
    <message>
        <source>Enter = acknowledge</source>
        <translation>Enter = quittieren</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>Alarms, worst first</source>
        <translation>Alarme, dringendste zuerst</translation>
    </message>
    <message>
        <source>Double click or F shows what the alarm is about</source>
        <translation>Doppelklick oder F zeigt, worum es beim Alarm geht</translation>
    </message>
    <message>
        <source>Enter acknowledges, double click or F shows what the alarm is about</source>
        <translation>Enter quittiert, Doppelklick oder F zeigt, worum es beim Alarm geht</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::ChartStack</name>
    <message>
        <source>Charts</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Nothing is charted yet</source>
        <translation>Noch keine Verläufe</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::HoldButton</name>
    <message>
        <source>Hold for 0.6 s, with the mouse, Space or Enter. Letting go early does nothing.</source>
        <translation>0,6 s gedrückt halten, mit Maus, Leertaste oder Enter. Zu frühes Loslassen bewirkt nichts.</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Derzeit nicht: %1</translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translation>%1, derzeit nicht: %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>purpose, how to hold</comment>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1, hold to act</source>
        <translation>%1, zum Auslösen halten</translation>
    </message>
    <message>
        <source>hold 0.6 s</source>
        <translation>0,6 s halten</translation>
    </message>
    <message>
        <source>done</source>
        <comment>the hold button has acted</comment>
        <translation>ausgelöst</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::LanePlot</name>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::SeekLane</name>
    <message>
        <source>Position in the session</source>
        <translation>Position in der Sitzung</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>time, what happened</comment>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TimeChart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>value, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>no data for %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>value, age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, what happened</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TransportBar</name>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Replay transport</source>
        <translation>Wiedergabesteuerung</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To the start (Home)</source>
        <translation>Zum Anfang (Pos1)</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Slower; while paused, back 10 s (J)</source>
        <translation>Langsamer; bei Pause 10 s zurück (J)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Play, then faster (L)</source>
        <translation>Abspielen, dann schneller (L)</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>Zum Ende (Ende)</translation>
    </message>
    <message>
        <source>Previous alarm</source>
        <translation>Vorheriger Alarm</translation>
    </message>
    <message>
        <source>Previous alarm (Shift+A)</source>
        <translation>Vorheriger Alarm (Umschalt+A)</translation>
    </message>
    <message>
        <source>Next alarm</source>
        <translation>Nächster Alarm</translation>
    </message>
    <message>
        <source>Next alarm (A)</source>
        <translation>Nächster Alarm (A)</translation>
    </message>
    <message>
        <source>Previous command</source>
        <translation>Vorheriger Befehl</translation>
    </message>
    <message>
        <source>Previous command (Shift+C)</source>
        <translation>Vorheriger Befehl (Umschalt+C)</translation>
    </message>
    <message>
        <source>Next command</source>
        <translation>Nächster Befehl</translation>
    </message>
    <message>
        <source>Next command (C)</source>
        <translation>Nächster Befehl (C)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed (J slower, L faster)</source>
        <translation>Tempo (J langsamer, L schneller)</translation>
    </message>
    <message>
        <source>The session: arrows 1 s, with Shift 10 s</source>
        <translation>Die Sitzung: Pfeiltasten 1 s, mit Umschalt 10 s</translation>
    </message>
    <message>
        <source>%1 UTC   %2</source>
        <comment>clock, elapsed</comment>
        <translation>%1 UTC   %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space or K)</source>
        <translation>Pause (Leertaste oder K)</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::TransportClocks</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>LOKAL</translation>
    </message>
    <message>
        <source>%1 UTC, %2 local, %3</source>
        <translation>%1 UTC, %2 lokal, %3</translation>
    </message>
</context>
<context>
    <name>gantry::widgets::WallCanvas</name>
    <message>
        <source>%1 · %2</source>
        <comment>state, reason</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>still, %1 old</source>
        <translation>Standbild, %1 alt</translation>
    </message>
    <message>
        <source>still, age unknown</source>
        <translation>Standbild, Alter unbekannt</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>Alter %1</translation>
    </message>
    <message>
        <source>PGM</source>
        <comment>on program</comment>
        <translation>PGM</translation>
    </message>
    <message>
        <source>PVW</source>
        <comment>on preview</comment>
        <translation>PVW</translation>
    </message>
    <message>
        <source>TALLY ?</source>
        <comment>tally is unknown</comment>
        <translation>TALLY ?</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>KEIN SIGNAL</translation>
    </message>
    <message>
        <source>STALLED</source>
        <translation>BILD STEHT</translation>
    </message>
    <message>
        <source>NO PICTURE</source>
        <translation>KEIN BILD</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>NICHT LIVE</translation>
    </message>
    <message>
        <source>No feeds</source>
        <translation>Keine Feeds</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Monitorwand</translation>
    </message>
    <message>
        <source>Arrow keys select a feed, F shows it alone</source>
        <translation>Pfeiltasten wählen einen Feed, F zeigt ihn allein</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>feed, tally word</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>sentence, state word</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>gantry::words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 Mb/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>PGM</source>
        <translation>PGM</translation>
    </message>
    <message>
        <source>PVW</source>
        <translation>PVW</translation>
    </message>
    <message>
        <source>TALLY ?</source>
        <translation>TALLY ?</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefordert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
</context>
<context>
    <name>media</name>
    <message>
        <source>Open the audio decoder</source>
        <translation>Audio-Decoder öffnen</translation>
    </message>
    <message>
        <source>Let the encoder send AAC.</source>
        <translation>Am Encoder AAC einstellen.</translation>
    </message>
    <message>
        <source>Read the stream as MPEG-TS</source>
        <translation>Stream als MPEG-TS lesen</translation>
    </message>
    <message>
        <source>Let the encoder send MPEG-TS over SRT.</source>
        <translation>Am Encoder MPEG-TS über SRT einstellen.</translation>
    </message>
    <message>
        <source>Open the video decoder</source>
        <translation>Video-Decoder öffnen</translation>
    </message>
    <message>
        <source>Let the encoder send H.264 or H.265.</source>
        <translation>Am Encoder H.264 oder H.265 einstellen.</translation>
    </message>
    <message>
        <source>The SRT mode must be caller or listener</source>
        <translation>Der SRT-Modus muss caller oder listener sein</translation>
    </message>
    <message>
        <source>Write ?mode=caller to call the other end or ?mode=listener to wait for it.</source>
        <translation>?mode=caller schreiben, um die Gegenstelle zu rufen, oder ?mode=listener, um auf sie zu warten.</translation>
    </message>
    <message>
        <source>The SRT latency must be %1 to %2 milliseconds</source>
        <translation>Die SRT-Latenz muss %1 bis %2 Millisekunden betragen</translation>
    </message>
    <message>
        <source>Three to four times the round trip is usual, for example ?latency=200.</source>
        <translation>Üblich ist das Drei- bis Vierfache der Laufzeit (RTT), zum Beispiel ?latency=200.</translation>
    </message>
    <message>
        <source>The SRT stream id must be at most %1 bytes</source>
        <translation>Die SRT-Stream-ID darf höchstens %1 Byte lang sein</translation>
    </message>
    <message>
        <source>Shorten the stream id; letters outside ASCII count as 2 to 4 bytes.</source>
        <translation>Stream-ID kürzen; Zeichen außerhalb von ASCII zählen als 2 bis 4 Byte.</translation>
    </message>
    <message>
        <source>A passphrase must not stand in the address</source>
        <translation>In der Adresse darf keine Passphrase stehen</translation>
    </message>
    <message>
        <source>Give it where the feed is set up; text with a passphrase ends up in process lists and histories.</source>
        <translation>Dort angeben, wo der Feed eingerichtet wird; Text mit einer Passphrase landet in Prozesslisten und Befehlsverläufen.</translation>
    </message>
    <message>
        <source>The SRT address has an option that is not known: %1</source>
        <translation>Die SRT-Adresse enthält eine unbekannte Option: %1</translation>
    </message>
    <message>
        <source>Allowed are mode, latency and streamid.</source>
        <translation>Erlaubt sind mode, latency und streamid.</translation>
    </message>
    <message>
        <source>An SRT address must begin with srt://</source>
        <translation>Eine SRT-Adresse muss mit srt:// beginnen</translation>
    </message>
    <message>
        <source>Write it as srt://host:port, or srt://:port to listen.</source>
        <translation>Als srt://host:port schreiben, oder als srt://:port zum Lauschen.</translation>
    </message>
    <message>
        <source>An SRT address must not contain #</source>
        <translation>Eine SRT-Adresse darf kein # enthalten</translation>
    </message>
    <message>
        <source>Write # as %23 inside the stream id.</source>
        <translation># in der Stream-ID als %23 schreiben.</translation>
    </message>
    <message>
        <source>An SRT address has no user name</source>
        <translation>Eine SRT-Adresse hat keinen Benutzernamen</translation>
    </message>
    <message>
        <source>Use streamid for what the other end asks for.</source>
        <translation>Für das, was die Gegenstelle verlangt, streamid verwenden.</translation>
    </message>
    <message>
        <source>An SRT address needs one host and one port</source>
        <translation>Eine SRT-Adresse braucht genau einen Host und einen Port</translation>
    </message>
    <message>
        <source>Write it as srt://host:port; an IPv6 address stands in square brackets.</source>
        <translation>Als srt://host:port schreiben; eine IPv6-Adresse steht in eckigen Klammern.</translation>
    </message>
    <message>
        <source>The SRT address has a host name that cannot be one</source>
        <translation>Der Hostname der SRT-Adresse ist ungültig</translation>
    </message>
    <message>
        <source>Allowed are names, IPv4 addresses, and IPv6 addresses in square brackets.</source>
        <translation>Erlaubt sind Namen, IPv4-Adressen und IPv6-Adressen in eckigen Klammern.</translation>
    </message>
    <message>
        <source>The SRT port must be 1 to 65535</source>
        <translation>Der SRT-Port muss zwischen 1 und 65535 liegen</translation>
    </message>
    <message>
        <source>Write it as srt://host:port.</source>
        <translation>Als srt://host:port schreiben.</translation>
    </message>
    <message>
        <source>The SRT address has a % that is not followed by two hexadecimal digits of UTF-8 text</source>
        <translation>Die SRT-Adresse enthält ein %, auf das nicht zwei Hexadezimalziffern von UTF-8-Text folgen</translation>
    </message>
    <message>
        <source>Write % itself as %25.</source>
        <translation>Das Zeichen % selbst als %25 schreiben.</translation>
    </message>
    <message>
        <source>The SRT address says %1 twice</source>
        <translation>Die SRT-Adresse nennt %1 doppelt</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Nur eine der beiden Angaben behalten.</translation>
    </message>
    <message>
        <source>To call, an SRT address needs a host</source>
        <translation>Zum Rufen braucht eine SRT-Adresse einen Host</translation>
    </message>
    <message>
        <source>Write it as srt://host:port, or leave mode=caller out to listen.</source>
        <translation>Als srt://host:port schreiben, oder zum Lauschen mode=caller weglassen.</translation>
    </message>
    <message>
        <source>The host name of the SRT address has no address</source>
        <translation>Zum Hostnamen der SRT-Adresse gibt es keine Adresse</translation>
    </message>
    <message>
        <source>Check the spelling of the host and that this computer can look up names.</source>
        <translation>Schreibweise des Hosts prüfen und ob dieser Rechner Namen auflösen kann.</translation>
    </message>
    <message>
        <source>Cannot listen for SRT: the port is in use</source>
        <translation>SRT kann nicht lauschen: der Port ist belegt</translation>
    </message>
    <message>
        <source>Close the program or feed that uses the port, or give this feed another one. It is tried again by itself.</source>
        <translation>Port freigeben (das belegende Programm oder den Feed schließen) oder diesem Feed einen anderen geben. Der nächste Versuch folgt von selbst.</translation>
    </message>
    <message>
        <source>Cannot listen for SRT: this computer has no such interface address</source>
        <translation>SRT kann nicht lauschen: dieser Rechner hat keine solche Schnittstellenadresse</translation>
    </message>
    <message>
        <source>Listen on srt://:%1 for every interface, or check the network connection.</source>
        <translation>Für alle Schnittstellen auf srt://:%1 lauschen oder die Netzwerkverbindung prüfen.</translation>
    </message>
    <message>
        <source>SRT could not be set up: %1</source>
        <translation>SRT konnte nicht eingerichtet werden: %1</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network settings of this computer.</source>
        <translation>Der nächste Versuch folgt von selbst; Netzwerkeinstellungen dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The SRT connection ended</source>
        <translation>Die SRT-Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>Check the sender; it is called again by itself.</source>
        <translation>Sender prüfen; er wird von selbst erneut gerufen.</translation>
    </message>
    <message>
        <source>Check the sender; it is waited for.</source>
        <translation>Sender prüfen; es wird auf ihn gewartet.</translation>
    </message>
    <message>
        <source>No answer to the SRT call</source>
        <translation>Keine Antwort auf den SRT-Ruf</translation>
    </message>
    <message>
        <source>Check that the other end is listening on this address and port, and that UDP may pass.</source>
        <translation>Prüfen, ob die Gegenstelle auf dieser Adresse und diesem Port lauscht und ob UDP durchgelassen wird.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: its passphrase differs</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: ihre Passphrase ist eine andere</translation>
    </message>
    <message>
        <source>Enter the same passphrase at both ends.</source>
        <translation>An beiden Enden dieselbe Passphrase eingeben.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it asks for a passphrase</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie verlangt eine Passphrase</translation>
    </message>
    <message>
        <source>Enter the other end&apos;s passphrase for this feed.</source>
        <translation>Für diesen Feed die Passphrase der Gegenstelle eingeben.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it does not encrypt</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie verschlüsselt nicht</translation>
    </message>
    <message>
        <source>Set the passphrase at the other end, or take it away here.</source>
        <translation>Passphrase an der Gegenstelle setzen oder hier entfernen.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it is busy with another one</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie ist mit einem anderen belegt</translation>
    </message>
    <message>
        <source>End the other connection; this call is repeated by itself.</source>
        <translation>Die andere Verbindung beenden; dieser Ruf wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: it does not accept the stream id</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: sie nimmt die Stream-ID nicht an</translation>
    </message>
    <message>
        <source>Check the stream id of this feed.</source>
        <translation>Stream-ID dieses Feeds prüfen.</translation>
    </message>
    <message>
        <source>The other end refused the SRT call: %1</source>
        <translation>Die Gegenstelle hat den SRT-Ruf abgelehnt: %1</translation>
    </message>
    <message>
        <source>Check the settings of the other end; the call is repeated by itself.</source>
        <translation>Einstellungen der Gegenstelle prüfen; der Ruf wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>A caller was refused: its passphrase differs</source>
        <translation>Ein Caller wurde abgewiesen: seine Passphrase ist eine andere</translation>
    </message>
    <message>
        <source>A caller was refused: it encrypts, and this feed has no passphrase</source>
        <translation>Ein Caller wurde abgewiesen: er verschlüsselt, und dieser Feed hat keine Passphrase</translation>
    </message>
    <message>
        <source>Enter the sender&apos;s passphrase for this feed, or take it away at the sender.</source>
        <translation>Für diesen Feed die Passphrase des Senders eingeben oder sie am Sender entfernen.</translation>
    </message>
    <message>
        <source>A caller was refused: its passphrase is missing</source>
        <translation>Ein Caller wurde abgewiesen: seine Passphrase fehlt</translation>
    </message>
    <message>
        <source>Enter this feed&apos;s passphrase at the sender.</source>
        <translation>Passphrase dieses Feeds am Sender eingeben.</translation>
    </message>
    <message>
        <source>A caller was refused: the two ends could not agree on an SRT connection</source>
        <translation>Ein Caller wurde abgewiesen: beide Enden konnten sich nicht auf eine SRT-Verbindung einigen</translation>
    </message>
    <message>
        <source>Check that the sender uses SRT live mode, version 1.3 or later.</source>
        <translation>Prüfen, ob der Sender den SRT-Live-Modus verwendet, Version 1.3 oder neuer.</translation>
    </message>
    <message>
        <source>Send a test feed</source>
        <translation>Test-Feed senden</translation>
    </message>
    <message>
        <source>Give it a host and a port to call, 1 to 120 pictures a second, and a picture or a tone.</source>
        <translation>Host und Port zum Rufen, 1 bis 120 Bilder pro Sekunde und ein Bild oder einen Ton angeben.</translation>
    </message>
    <message>
        <source>Set up the encoder of a test feed</source>
        <translation>Encoder eines Test-Feeds einrichten</translation>
    </message>
    <message>
        <source>Install an FFmpeg that contains libx264 and AAC.</source>
        <translation>Ein FFmpeg mit libx264 und AAC installieren.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>Read record %1</source>
        <translation>Datensatz %1 lesen</translation>
    </message>
    <message>
        <source>The record is left out; all others are shown.</source>
        <translation>Der Datensatz wird ausgelassen; alle anderen werden gezeigt.</translation>
    </message>
    <message>
        <source>Write the session</source>
        <translation>Sitzung schreiben</translation>
    </message>
    <message>
        <source>Choose a local drive: on this one SQLite cannot keep a log.</source>
        <translation>Ein lokales Laufwerk wählen: auf diesem kann SQLite kein Journal führen.</translation>
    </message>
    <message>
        <source>%1: start (%2)</source>
        <translation>%1: starten (%2)</translation>
    </message>
    <message>
        <source>%1: stop (%2)</source>
        <translation>%1: stoppen (%2)</translation>
    </message>
    <message>
        <source>%1: switch to %2 (%3)</source>
        <translation>%1: auf %2 umschalten (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Begin a session file</source>
        <translation>Sitzungsdatei anlegen</translation>
    </message>
    <message>
        <source>Another window writes this session. Choose another name.</source>
        <translation>Ein anderes Fenster schreibt diese Sitzung. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Einen vorhandenen, beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
        <source>%1. Alarms and commands are still kept. %2</source>
        <translation>%1. Alarme und Befehle werden weiterhin gespeichert. %2</translation>
    </message>
    <message>
        <source>%1. Nothing is kept now. %2</source>
        <translation>%1. Derzeit wird nichts gespeichert. %2</translation>
    </message>
    <message>
        <source>The file exists already. Choose another name.</source>
        <translation>Die Datei gibt es bereits. Einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>show</name>
    <message>
        <source>The file is too large to be a show.</source>
        <translation>Die Datei ist zu groß für eine Show.</translation>
    </message>
    <message>
        <source>At most %1 MiB.</source>
        <translation>Höchstens %1 MiB.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is wrong, what is allowed</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is not JSON: %1, at column %2.</source>
        <translation>Das ist kein JSON: %1, in Spalte %2.</translation>
    </message>
    <message>
        <source>The file holds a list.</source>
        <translation>Die Datei enthält eine Liste.</translation>
    </message>
    <message>
        <source>One object, from { to }.</source>
        <translation>Erlaubt ist ein Objekt, von { bis }.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>A show file that this user may read.</source>
        <translation>Nötig ist eine Showdatei, die dieser Benutzer lesen darf.</translation>
    </message>
    <message>
        <source>The value is true or false.</source>
        <translation>Der Wert ist true oder false.</translation>
    </message>
    <message>
        <source>The value is a number.</source>
        <translation>Der Wert ist eine Zahl.</translation>
    </message>
    <message>
        <source>The value is text.</source>
        <translation>Der Wert ist Text.</translation>
    </message>
    <message>
        <source>The value is a list.</source>
        <translation>Der Wert ist eine Liste.</translation>
    </message>
    <message>
        <source>The value is an object.</source>
        <translation>Der Wert ist ein Objekt.</translation>
    </message>
    <message>
        <source>The value is empty (null).</source>
        <translation>Der Wert ist leer (null).</translation>
    </message>
    <message>
        <source>This key stands twice in one object.</source>
        <translation>Dieser Schlüssel steht doppelt in einem Objekt.</translation>
    </message>
    <message>
        <source>Each key once.</source>
        <translation>Jeder Schlüssel nur einmal.</translation>
    </message>
    <message>
        <source>An object with these keys: %1.</source>
        <translation>Erlaubt ist ein Objekt mit diesen Schlüsseln: %1.</translation>
    </message>
    <message>
        <source>There is no such key here.</source>
        <translation>Diesen Schlüssel gibt es hier nicht.</translation>
    </message>
    <message>
        <source>The value is %1.</source>
        <translation>Der Wert ist %1.</translation>
    </message>
    <message>
        <source>A name of 1 to %1 characters.</source>
        <translation>Erlaubt ist ein Name mit 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>Der Name ist leer.</translation>
    </message>
    <message>
        <source>The name has %1 characters.</source>
        <translation>Der Name hat %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name has a character that cannot be seen.</source>
        <translation>Der Name enthält ein unsichtbares Zeichen.</translation>
    </message>
    <message>
        <source>The name begins or ends with a space.</source>
        <translation>Der Name beginnt oder endet mit einem Leerzeichen.</translation>
    </message>
    <message>
        <source>A list of at most %1.</source>
        <translation>Erlaubt ist eine Liste mit höchstens %1 Einträgen.</translation>
    </message>
    <message>
        <source>The list has %1 entries.</source>
        <translation>Die Liste hat %1 Einträge.</translation>
    </message>
    <message>
        <source>Missing.</source>
        <translation>Fehlt.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Möglich: %1.</translation>
    </message>
    <message>
        <source>%1 has this name already.</source>
        <translation>%1 hat diesen Namen bereits.</translation>
    </message>
    <message>
        <source>A name of its own; upper and lower case count as the same.</source>
        <translation>Ein eigener Name ist nötig; Groß- und Kleinschreibung zählen gleich.</translation>
    </message>
    <message>
        <source>There is none of this name.</source>
        <translation>Unter diesem Namen gibt es nichts.</translation>
    </message>
    <message>
        <source>Name where it is kept: %1 or %2.</source>
        <translation>Angeben, wo sie liegt: %1 oder %2.</translation>
    </message>
    <message>
        <source>A passphrase stands in the file. Take it out, and use a new one: whoever has read the file knows this one.</source>
        <translation>In der Datei steht eine Passphrase. Passphrase entfernen und eine neue verwenden: wer die Datei gelesen hat, kennt diese.</translation>
    </message>
    <message>
        <source>It takes one place, no more and no less.</source>
        <translation>Nötig ist genau ein Ort, nicht mehr und nicht weniger.</translation>
    </message>
    <message>
        <source>This cannot be the name of a variable.</source>
        <translation>Das kann kein Variablenname sein.</translation>
    </message>
    <message>
        <source>Letters, digits and _, not beginning with a digit.</source>
        <translation>Erlaubt sind Buchstaben, Ziffern und _, nicht mit einer Ziffer beginnend.</translation>
    </message>
    <message>
        <source>A name or an address to call, without srt:// and port.</source>
        <translation>Erlaubt ist ein Name oder eine Adresse zum Rufen, ohne srt:// und Port.</translation>
    </message>
    <message>
        <source>The address to listen on, or no host for all of them.</source>
        <translation>Die Adresse, auf der gelauscht wird, oder kein Host für alle.</translation>
    </message>
    <message>
        <source>This is no name and no address of a host.</source>
        <translation>Das ist weder Name noch Adresse eines Hosts.</translation>
    </message>
    <message>
        <source>There is no such mode.</source>
        <translation>Diesen Modus gibt es nicht.</translation>
    </message>
    <message>
        <source>A whole number from 1 to 65535.</source>
        <translation>Erlaubt ist eine ganze Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A whole number of milliseconds from %1 to %2.</source>
        <translation>Erlaubt ist eine ganze Zahl Millisekunden von %1 bis %2.</translation>
    </message>
    <message>
        <source>Text of at most %1 bytes.</source>
        <translation>Erlaubt ist Text mit höchstens %1 Byte.</translation>
    </message>
    <message>
        <source>The text has %1 bytes.</source>
        <translation>Der Text hat %1 Byte.</translation>
    </message>
    <message>
        <source>An object: where the signal comes from.</source>
        <translation>Nötig ist ein Objekt: woher das Signal kommt.</translation>
    </message>
    <message>
        <source>%1 listens on port %2 already.</source>
        <translation>%1 lauscht bereits auf Port %2.</translation>
    </message>
    <message>
        <source>A port of its own for each listener.</source>
        <translation>Jeder Listener braucht einen eigenen Port.</translation>
    </message>
    <message>
        <source>Text.</source>
        <translation>Erlaubt ist Text.</translation>
    </message>
    <message>
        <source>This value does not fit.</source>
        <translation>Dieser Wert passt nicht.</translation>
    </message>
    <message>
        <source>There is no such provider.</source>
        <translation>Diesen Anbieter gibt es nicht.</translation>
    </message>
    <message>
        <source>This show was written for a newer Gantry (format %1).</source>
        <translation>Diese Show wurde für ein neueres Gantry geschrieben (Format %1).</translation>
    </message>
    <message>
        <source>Format %1. Open the file with a newer Gantry.</source>
        <translation>Format %1. Die Datei mit einem neueren Gantry öffnen.</translation>
    </message>
    <message>
        <source>The format of the file: %1.</source>
        <translation>Das Format der Datei: %1.</translation>
    </message>
</context>
</TS>
