"""Names of people whose family came from elsewhere: surname and first name of one origin go together.

`= weight origin`, then lines of surnames (s), men's (m) and women's first names (w).
"""

from __future__ import annotations

ORIGINS = """
= 30 Turkish
s Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin
s Koç Kurt Özkan Şimşek Polat Korkmaz Erdoğan Aksoy Güneş Bulut Karaca
m Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Yusuf Ömer Emre Serkan Okan Volkan Cem Deniz
m Burak Kemal
w Ayşe Fatma Emine Hatice Zeynep Elif Meryem Özlem Sevgi Esra Gülay Derya Dilek Aylin Selin Ebru
w Yasemin
= 22 Polish
s Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak
s Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Pawlak
s Sikora
m Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Grzegorz Adam Łukasz Zbigniew Jacek Dariusz
m Mariusz Sławomir
w Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Joanna Beata Dorota Monika Renata Iwona
w Sylwia
= 16 Croatian, Serbian, Bosnian
s Horvat Kovačević Babić Marić Jurić Novak Kovačić Knežević Vuković Marković Petrović Matić Tomić
s Pavlović Jovanović Nikolić Ilić Perić Hodžić Đurić Blažević Šarić
m Ivan Marko Josip Tomislav Zoran Dragan Goran Ante Darko Milan Nenad Mario Stjepan Željko Branko
m Damir
w Ana Marija Ivana Mirjana Jelena Snježana Vesna Dragana Katarina Sanja Ljiljana Nada Jasmina
w Gordana
= 14 Italian
s Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa
s Giordano Mancini Rizzo Lombardi Moretti Caruso
m Giuseppe Antonio Salvatore Francesco Roberto Domenico Vincenzo Angelo Luigi Pasquale Carmelo
m Alessandro
w Maria Rosa Giuseppina Angela Francesca Carmela Antonella Daniela Giovanna Concetta Elisa Valentina
= 16 German from Russia
s Schmidt Weber Becker Wagner Dück Janzen Penner Friesen Neufeld Petrow Iwanow Smirnow Kusnezow
s Popow Lebedew Morosow Wolkow Pawlow Fröse Wiens
m Viktor Alexander Andrej Eduard Waldemar Wladimir Sergej Dimitri Eugen Igor Artur Nikolai Johann
m Jakob
w Olga Natalia Elena Irina Svetlana Tatjana Lilia Valentina Ludmilla Galina Marina Swetlana
w Anastasia
= 6 Greek
s Papadopoulos Nikolaidis Georgiou Dimitriadis Karagiannis Ioannidis Konstantinidis Pappas Antoniou
s Vlachos
m Georgios Dimitrios Konstantinos Ioannis Nikolaos Christos Panagiotis Vasilios
w Maria Eleni Katerina Vasiliki Sofia Georgia Dimitra Anastasia
= 10 Arabic
s Al-Khatib Haddad Khalil Mansour Hamdan Saleh Najjar Ibrahim Darwish Hassan Kassem Yousef Barakat
s Al-Masri
m Mohammad Ahmad Omar Khaled Samir Bassam Karim Tarek Hassan Yasin Nabil Fadi Ziad Mahmoud
w Fatima Amina Layla Nour Samira Rania Maryam Hanan Dina Salma Huda
= 5 Vietnamese
s Nguyen Tran Le Pham Hoang Vu Bui Dang
m Minh Duc Hung Tuan Van Long
w Thi Linh Lan Mai Thuy Hoa
= 7 Romanian
s Popescu Ionescu Popa Radu Dumitru Stan Stoica Constantin Marin Munteanu Moldovan Ciobanu
m Ion Andrei Mihai Alexandru Cristian Florin Gheorghe Marius Vasile Daniel
w Elena Ioana Maria Andreea Mihaela Cristina Daniela Gabriela Simona
"""
