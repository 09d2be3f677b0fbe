"""What the scripts that make the rounds of programmes share: names, draws and the writing of tables.

Every draw hangs on a seed and on what it is for, so a further row or table moves no other one.
"""
import csv, hashlib, os

GIVEN = {
    "XK": "Arta Blerina Dafina Diellza Erza Fjolla Gresa Liridona Rinesa Vesa Arben Besnik Dren Drilon "
          "Fatlind Ilir Kreshnik Leart Rron Valon",
    "ME": "Anđela Bojana Danica Ivana Jovana Ksenija Maša Milena Nađa Tamara Andrija Balša Danilo Ilija "
          "Luka Matija Novak Pavle Savo Vuk",
    "BA": "Adna Ajla Amina Azra Emina Hana Lamija Lejla Naida Selma Adnan Amar Edin Emir Haris Kenan "
          "Mirza Nedim Tarik Vedad",
    "IT": "Alessia Chiara Elena Federica Giulia Marta Paola Sara Silvia Valeria Andrea Davide Fabio "
          "Lorenzo Luca Marco Matteo Paolo Simone Stefano",
    "NL": "Anouk Eva Femke Inge Lotte Maaike Marijke Sanne Tess Yvonne Bas Daan Erik Jeroen Joris Maarten "
          "Niels Ruben Sander Thijs",
    "FI": "Aino Anni Eeva Helmi Hilla Kaisa Laura Minna Päivi Tuuli Antti Eetu Heikki Jari Juha Lauri "
          "Mikko Olli Teemu Ville",
    "SI": "Ajda Barbara Eva Katja Maja Mateja Nika Petra Špela Urška Aleš Blaž Gašper Jaka Jure Matic "
          "Miha Rok Tilen Žiga",
    "HR": "Ana Dora Ivana Klara Lana Lucija Mia Nika Petra Tea Ante Domagoj Filip Ivan Josip Karlo Luka "
          "Mateo Toni Zvonimir",
    "DK": "Anne Camilla Freja Ida Karen Line Mette Signe Sofie Trine Anders Emil Jens Kasper Lars Mads "
          "Mikkel Nikolaj Rasmus Søren",
    "GR": "Anna Chrysa Despina Eirini Eleni Ioanna Katerina Maria Sofia Zoe Alexis Dimitris Giorgos "
          "Kostas Nikos Panos Petros Spyros Thanos Yannis",
    "ES": "Alba Carmen Elena Inés Laura Lucía Marta Nuria Pilar Rocío Álvaro Carlos Diego Hugo Javier "
          "Jorge Manuel Pablo Raúl Sergio",
    "BG": "Ana Boryana Desislava Elena Gergana Iva Kalina Mila Radka Tsvetelina Boris Daniel Georgi Ivan "
          "Kiril Martin Nikolay Petar Stoyan Vasil",
    "NEW": "Amal Aster Bahar Fatima Hodan Khadija Leyla Mariam Nadia Rahel Shirin Sofiia Tigist Yasmin "
           "Zeinab Abdi Ahmad Bilal Daniel Dawit Farid Hamid Ibrahim Karim Mehdi Omar Samir Tesfay Yusuf",
}
FAMILY = {
    "XK": "Ademi Bajrami Berisha Bytyqi Gashi Hoxha Hyseni Kelmendi Krasniqi Morina Rexhepi Shala Thaçi "
          "Zeqiri",
    "ME": "Adžić Bulatović Dragović Đurović Kaluđerović Lazović Mugoša Nikčević Pejović Perović Šćepanović "
          "Vujović",
    "BA": "Bašić Begić Delić Halilović Hodžić Imamović Karić Muratović Omerović Softić Suljić Zukić",
    "IT": "Barbieri Conti Costa Ferrero Gallo Greco Marino Moretti Ricci Rinaldi Serra Villa",
    "NL": "Bakker Bos Dekker Hendriks Kok Kuipers Meijer Postma Smit Veenstra Visser Vos",
    "FI": "Aalto Hakala Heikkinen Järvinen Koskinen Laine Lehtonen Mäkelä Niemi Rantanen Salo Virtanen",
    "SI": "Bizjak Golob Hočevar Kos Kovač Krajnc Mlakar Oblak Rozman Turk Zajc Zupan",
    "HR": "Babić Blažević Horvat Jurić Kolar Lovrić Marić Novak Perić Radić Vidović Zovko",
    "DK": "Andersen Bach Dahl Friis Holm Jensen Kjær Lund Møller Nielsen Skov Winther",
    "GR": "Dimou Economou Floros Ioannou Karras Lekkas Manos Nikolaou Pappas Sideris Tsakos Vlachos",
    "ES": "Blanco Cano Gil Herrera Iglesias León Moreno Navarro Ortega Prieto Ruiz Vega",
    "BG": "Angelov Borisov Dimov Georgiev Hristov Iliev Kolev Marinov Petrov Stoev Todorov Yanev",
    "NEW": "Abdullahi Ahmadi Bekele Demir Farah Ghebre Haddad Hassan Jafari Kaya Khalil Mahmoud Mohammadi "
           "Nazari Osman Rahimi Saleh Shevchenko Tekle Yusufzai",
}


class Draw:
    """Numbers for one purpose, the same on every machine and with every version of Python."""

    def __init__(self, *purpose):
        self.purpose, self.place = "/".join(str(word) for word in purpose), 0

    def below(self, count):
        self.place += 1
        digest = hashlib.sha256(f"{self.purpose}/{self.place}".encode()).digest()
        return int.from_bytes(digest[:8], "big") % count

    def between(self, least, most):
        return least + self.below(most - least + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def shuffled(self, elements):
        rest, result = list(elements), []
        while rest:
            result.append(rest.pop(self.below(len(rest))))
        return result


def name(country, *purpose):
    """A made-up name; any likeness of a person is chance."""
    draw = Draw("name", *purpose)
    return f"{draw.pick(GIVEN[country].split())} {draw.pick(FAMILY[country].split())}"


def points(draw):
    """Selection points from 40 to 100, most of them around 70."""
    hundredths = 4000 + draw.below(3001) + draw.below(3001)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def write(folder, tables):
    """Writes tables of dictionaries; a table's columns are those of its rows, as they come."""
    for table, rows in tables.items():
        with open(os.path.join(folder, table + ".csv"), "w", newline="", encoding="utf-8") as file:
            columns = list(dict.fromkeys(key for row in rows for key in row))
            writer = csv.DictWriter(file, columns, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)


def settings(**values):
    return [{"setting": key, "value": value} for key, value in values.items()]


def organisation(id, name, country, city, latitude, longitude):
    return dict(organisation=id, name=name, country=country, city=city, latitude=latitude,
                longitude=longitude)


def limit(id, where="", who="", each="", measure="people", least="", most="", kind="hard", reason="",
          **further):
    row = {"limit": id, "where": where, "who": who, "each": each, "measure": measure, "min": least,
           "max": most, "kind": kind, "reason": reason}
    return row | further
