import type { PhraseList } from './types.js';

/** What sites of Malaysia, Brunei and Singapore word otherwise than Indonesian ones; wording of both is in the Indonesian list. */
const NETWORK =
  '(facebook|x|twitter|whatsapp|telegram|instagram|youtube|tiktok|linkedin|messenger|threads|google news|media sosial|e mel|emel|email)';
const SECTION =
  '(utama|berita|terkini|nasional|semasa|mutakhir|dunia|global|luar negara|sukan|bola sepak|arena|hiburan|rap|ekonomi|bisnes|niaga|politik|jenayah|mahkamah|kes|pendapat|pandangan|kolum|komentar|rencana|edisi|negeri|wilayah|gaya hidup|agama|hikmah|keluarga|kesihatan|pendidikan|sastera|infografik|galeri|podcast|lokal|setempat|viral|premium|kolumnis)';
const FOOTER =
  '(mengenai kami|tentang kami|hubungi kami|iklan bersama kami|iklan dengan kami|dasar privasi|terma dan syarat|terma penggunaan|terma & syarat|notis privasi|penafian|peta laman|soalan lazim|kerjaya|polisi data peribadi|dasar perlindungan data|arkib|langganan|sidang redaksi|meja bantuan)';

export const ms: PhraseList = {
  language: 'ms',
  stopwords:
    'yang dan di ini itu untuk dengan dalam pada kepada tidak akan dari oleh adalah beliau telah kata kerana mereka juga ke boleh kita sebagai satu lebih ada bagi atau saya sudah supaya antara apabila hanya turut serta perlu daripada sahaja manakala'.split(
      ' ',
    ),
  fields: {
    byline: [
      '(wartawan|penulis|laporan|teks|oleh|pengarang|penyunting|disunting oleh|suntingan|terjemahan) :',
      '(laporan|disediakan|ditulis|dilaporkan|disusun|dikarang|diterjemah) oleh',
      'oleh',
    ],
    published: [
      '(diterbitkan|disiarkan|tarikh terbit|tarikh siar|tarikh siaran|terbit|tarikh diterbitkan|disiarkan pada|diterbitkan pada) [pada] [:]',
    ],
    updated: [
      '(dikemas kini|dikemaskini|kemas kini|kemaskini|kemas kini terakhir|terakhir dikemas kini|kali terakhir dikemas kini|tarikh kemas kini) [pada] [:]',
    ],
    credit: [
      '(foto|gambar|gambar fail|gambar hiasan|foto hiasan|foto fail|kredit|kredit foto|ihsan|sumber foto|sumber gambar|grafik|infografik|jurugambar|jurufoto|tular) :',
      '(foto|gambar|ihsan|foto ihsan|gambar ihsan|foto fail|gambar fail) (bernama|reuters|afp|ap|epa|nstp|bharian|agensi|pembaca|bomba|polis|facebook|instagram|x|tiktok|ihsan pembaca)',
      '(foto|gambar|ihsan) (oleh|ihsan|daripada)',
    ],
    agencies: ['Bernama', 'BERNAMA', 'Reuters', 'AFP', 'AP', 'Agensi', 'NSTP', 'Xinhua', 'Anadolu', 'EPA', 'Antara'],
  },
  phrases: [
    {
      reason: 'advertisement',
      kind: 'label',
      any: [
        '(advertorial|iklan berbayar|kandungan berbayar|kandungan bertaja|artikel bertaja|ditaja oleh ~|pengiklanan|kandungan rakan niaga|hebahan berbayar|iklan ditaja|promosi berbayar)',
        '(tutup|langkau|buang|sembunyikan) (iklan|iklan ini|pengiklanan)',
        '(artikel|berita|cerita) (bersambung|diteruskan|disambung) (selepas|di bawah) (iklan|iklan ini|pengiklanan)',
        '(teruskan|sambung) (membaca|bacaan) (selepas|di bawah) (iklan|iklan ini)',
        '(tatal|skrol) [ke bawah] untuk (teruskan|meneruskan|menyambung) [membaca|bacaan]',
        '(beli|tempah|dapatkan|daftar) (di sini|sekarang|tiket anda|segera) [juga]',
      ],
      drops: [
        'Kandungan bertaja',
        'Tutup iklan ini',
        'Berita bersambung selepas iklan',
        'Teruskan membaca di bawah iklan',
        'Tatal ke bawah untuk meneruskan bacaan',
        'Tempah sekarang',
      ],
      keeps: ['Iklan ditaja syarikat arak dibantah penduduk.', 'Jalan itu bersambung selepas jambatan.'],
    },
    {
      reason: 'subscription',
      kind: 'label',
      any: [
        '(langgan|melanggan|langgani) [sekarang|kami|hari ini|di sini|surat berita|buletin|buletin kami|surat berita kami|akhbar digital|akhbar digital kami|e paper]',
        '[kandungan|artikel|berita] (eksklusif|khas|hanya|terhad) (untuk|kepada) (pelanggan|ahli|pembaca premium|pelanggan premium) [sahaja]',
        '(log masuk|daftar masuk|daftar akaun|daftar) (untuk|bagi) (membaca|meneruskan|terus membaca|meneruskan pembacaan|membaca selanjutnya|membaca artikel penuh) [artikel ini|bacaan]',
        '(muat turun|dapatkan) (aplikasi|apl|app) [mudah alih] [kami|sekarang|percuma] [klik di sini|di sini|sekarang]',
        '(masukkan|isikan|taip) (alamat|e mel|emel|alamat e mel|alamat emel) [anda]',
        '(hidupkan|aktifkan|benarkan|dayakan|terima) (notifikasi|pemberitahuan) [kami]',
        '(sudah|telah) (melanggan|menjadi pelanggan|mempunyai akaun|ada akaun|mendaftar) [log masuk|log masuk di sini|daftar masuk]',
        '(cuba percuma|percubaan percuma|sokong kami|sumbang sekarang|terima kasih kerana melanggan|pilih pelan anda|batal bila bila masa)',
      ],
      drops: [
        'Langgan sekarang',
        'Kandungan eksklusif untuk pelanggan',
        'Log masuk untuk terus membaca',
        'Muat turun aplikasi kami',
        'Masukkan alamat e-mel anda',
        'Aktifkan notifikasi',
        'Sudah melanggan? Log masuk',
        'Cuba percuma',
      ],
      keeps: [
        'Langgan elektrik rumah itu dipotong bulan lalu.',
        'Ramai sudah melanggan perkhidmatan itu, katanya.',
        'Muat turun aplikasi palsu punca wang hilang.',
      ],
    },
    {
      reason: 'subscription',
      kind: 'notice',
      any: [
        '(dapatkan|terima) [...] (berita|cerita|laporan|info) ... (terus ke|dalam|ke|menerusi) (peti masuk|inbox|e mel|emel|telefon|peti mel) [anda]',
        '(langgan|daftar|melanggan) [...] (buletin|surat berita|newsletter|akhbar digital) (kami|harian|mingguan|percuma)',
        '(muat turun|dapatkan) [...] (aplikasi|apl|app) ... (google play|app store|play store|appgallery|klik di sini|percuma sekarang)',
        '(langgan|menjadi pelanggan|log masuk|melanggan) [...] (untuk|bagi) (membaca|mendapat|akses|mengakses) [...] (artikel|kandungan|akses|laporan) (penuh|premium|ini|tanpa had|eksklusif)',
        '(sokong|bantu) [...] (kewartawanan|media) (bebas|berkualiti|kami)',
      ],
      drops: [
        'Dapatkan berita terkini terus ke peti masuk anda',
        'Langgan sekarang buletin kami',
        'Muat turun aplikasi Harian Kita. Klik di sini!',
        'Langgan sekarang untuk membaca artikel penuh',
        'Sokong kewartawanan bebas',
      ],
      keeps: ['Dia terima berita sedih itu dalam kereta.', 'Pelanggan membaca bil masing-masing.'],
    },
    {
      reason: 'social',
      kind: 'label',
      any: [
        `(kongsi|kongsikan|sebarkan|hantar) [artikel|berita|artikel ini|berita ini|cerita ini|kisah ini] [di|ke|melalui|menerusi|dengan] [${NETWORK}|rakan] [${NETWORK}] [${NETWORK}]`,
        `(ikuti|ikut|sertai|like|layari) kami [juga] [di|menerusi|melalui] [${NETWORK}|media sosial kami] [dan] [${NETWORK}] [dan] [${NETWORK}]`,
        '(salin pautan|pautan disalin|salin url|kongsi pautan|kongsi melalui ~)',
        '(# kongsi|# perkongsian|dikongsi|jumlah kongsi)',
      ],
      drops: ['Kongsikan artikel ini', 'Sertai kami di Telegram', 'Pautan disalin', '12 perkongsian'],
      keeps: ['Kongsi kereta jimat wang, kata beliau.', 'Ikuti kami ke hutan itu, ajak pemandu pelancong.'],
    },
    {
      reason: 'social',
      kind: 'notice',
      any: [
        `(ikuti|sertai|langgan|follow|layari) [...] (saluran|channel|kumpulan|halaman|akaun|laman) (whatsapp|telegram|youtube|facebook|tiktok|instagram|rasmi) [...]`,
        `(ikuti|sertai|follow|like) kami [...] ${NETWORK}`,
        '(ikuti|dapatkan|baca) (perkembangan|berita|info|maklumat|kemas kini) (terkini|semasa|selanjutnya|lanjut) [...] (di|menerusi|melalui|dengan) (saluran|aplikasi|laman web|telegram|whatsapp|facebook|media sosial|google)',
        '(ada|punya|mempunyai) (berita|cerita|maklumat|aduan|kisah) [...] (hubungi|whatsapp|hantar|emel|kongsi) [...] (kami|kepada kami|talian)',
        '(jangan lupa|jangan lupa untuk) (like|follow|subscribe|langgan|ikuti|share)',
      ],
      drops: [
        'Sertai saluran WhatsApp Harian Kita',
        'Jangan ketinggalan: ikuti kami di Facebook',
        'Ikuti perkembangan terkini menerusi Telegram kami',
        'Ada berita? Hubungi kami',
        'Jangan lupa follow',
      ],
      keeps: ['Penipu menyertai kumpulan itu sejak Mei.', 'Jangan lupa bawa payung.'],
    },
    {
      reason: 'related',
      kind: 'list-head',
      any: [
        '(artikel|berita|cerita|kisah|topik|video|rencana|laporan) (berkaitan|lain|lain lain|lanjut|terkini|popular|pilihan|disyorkan|seterusnya|sebelumnya|menarik|utama|terhangat|hangat|serupa|tular|sebelum ini)',
        '(paling popular|paling banyak dibaca|paling dibaca|paling hangat|sohor kini|terhangat|popular sekarang|terpopular|disyorkan|disyorkan untuk anda|anda mungkin berminat|anda mungkin meminati|anda mungkin juga meminati|anda mungkin suka|pilihan editor|pilihan pengarang|jangan lepaskan|mesti baca|trending sekarang|lagi berita|lagi daripada ~|berita lain daripada ~)',
        '(baca|lihat|tonton|dengar) (juga|lagi|lanjut|seterusnya)',
      ],
      drops: ['Artikel berkaitan', 'Paling banyak dibaca', 'BACA LAGI'],
      keeps: ['Berita lain yang mengejutkan ialah penutupan kilang.', 'Baca lagi kontrak itu, nasihat peguam.'],
    },
    {
      reason: 'related',
      kind: 'lead-in',
      any: [
        '(baca|lihat|tonton|dengar|artikel berkaitan|berita berkaitan|baca berita penuh) [juga|lagi|lanjut|selanjutnya|penuh] :',
        '(baca|tonton) (laporan penuh|artikel penuh|berita penuh|selanjutnya|lanjut) (di sini|dalam|di|:)',
        '(artikel|berita) (sebelumnya|seterusnya|sebelum ini) :',
      ],
      drops: ['Baca lagi: Jambatan ditutup', 'Baca laporan penuh di sini', 'Artikel seterusnya: Jambatan'],
      keeps: ['Baca doa sebelum makan, pesan ibu.'],
    },
    {
      reason: 'comments',
      kind: 'list-head',
      any: ['(komen|komen pembaca|ruangan komen|semua komen|komen anda|tulis komen anda)'],
      drops: ['Komen pembaca (3)'],
      keeps: ['Komen pembaca itu mengundang kemarahan.'],
    },
    {
      reason: 'comments',
      kind: 'label',
      any: [
        '(tinggalkan|tulis|hantar|beri|tambah|kirim) (komen|komen anda|ulasan|maklum balas|jawapan|balasan) [batal balasan|di sini]',
        '(tiada komen|belum ada komen|jadilah yang pertama memberi komen|jadi orang pertama komen) [lagi|setakat ini]',
        '(log masuk|daftar masuk) (untuk|bagi) (komen|memberi komen|mengulas|menulis komen)',
        '(alamat e mel|alamat emel|e mel|emel) anda tidak akan (disiarkan|diterbitkan|dipaparkan) ...',
      ],
      drops: [
        'Tinggalkan komen',
        'Tiada komen lagi',
        'Log masuk untuk memberi komen',
        'Alamat e-mel anda tidak akan disiarkan.',
      ],
      keeps: ['Tiada komen daripada pihak polis setakat ini.'],
    },
    {
      reason: 'comments',
      kind: 'notice',
      any: [
        '(artikel|tulisan|rencana|komen|pandangan) (ini|di atas) [...] (pandangan|pendapat) (peribadi|penulis|pembaca) [...] (tidak semestinya|bukan|tidak mewakili|dan tidak)',
        '(tidak semestinya|tidak) (mencerminkan|mewakili|menggambarkan) (pendirian|pandangan|pendapat) (rasmi|sidang|~) [...] (akhbar|redaksi|pengarang|media|kami|portal)',
        '(kami|pihak kami|portal ini|penerbit) tidak bertanggungjawab (terhadap|atas|ke atas) (komen|pandangan|sebarang komen)',
      ],
      drops: [
        'Artikel ini ialah pandangan peribadi penulis dan tidak semestinya sama',
        'Ia tidak semestinya mencerminkan pendirian rasmi sidang redaksi',
        'Portal ini tidak bertanggungjawab terhadap komen',
      ],
      keeps: ['Undi itu tidak mencerminkan sokongan rakyat.'],
    },
    {
      reason: 'ui',
      kind: 'label',
      any: [
        '(baca lanjut|baca seterusnya|baca selanjutnya|baca lebih lanjut|lihat lagi|lihat semua|lihat lanjut|papar lagi|paparkan lagi|tunjuk lagi|muat lagi|muatkan lagi|ketahui lanjut|kembali ke atas|kembali ke laman utama|klik di sini|cetak artikel|simpan artikel|dengar artikel ini|dengar artikel|saiz teks|besarkan gambar)',
        '(langkau|terus|pergi) ke (kandungan|kandungan utama|menu|navigasi)',
        '(buka|tutup) (menu|tetingkap|carian)',
        '# (minit|jam|hari|minggu|bulan) (lalu|yang lalu|lepas)',
        '(masa|tempoh) (bacaan|membaca) [:] [#] [minit]',
        '# (minit|min) (bacaan|membaca|baca)',
        '(terima|tolak|benarkan|urus|setuju dengan) (semua|kuki|semua kuki|tetapan kuki|pilihan kuki)',
        '(lupa kata laluan|log masuk atau daftar|akaun saya|log masuk daftar|log keluar|sedang dimuatkan|sila tunggu|memuatkan)',
        '(dibaca|tontonan|paparan|jumlah bacaan) [:] # [kali]',
        'lihat (hantaran|siaran) ini di (instagram|facebook|x)',
      ],
      drops: [
        'Baca lanjut',
        'Langkau ke kandungan utama',
        'Tutup menu',
        '3 jam lalu',
        'Masa bacaan: 3 minit',
        '2 minit bacaan',
        'Terima semua kuki',
        'Lupa kata laluan?',
        'Tontonan: 120',
        'Lihat hantaran ini di Instagram',
      ],
      keeps: ['Tiga jam lalu hujan mula turun.', 'Tutup pintu, arah pegawai itu.'],
    },
    {
      reason: 'ui',
      kind: 'notice',
      any: [
        '(kami|laman ini|laman web ini|tapak ini) (menggunakan|guna) (kuki|cookies)',
        '(dengan meneruskan|dengan melayari) ... (bersetuju|setuju|menerima) ... (kuki|dasar privasi|terma)',
        '(pelayar|penyemak imbas|pelayar web) anda (tidak menyokong|tidak dapat|sudah lapuk|telah lapuk)',
        '(aktifkan|dayakan|hidupkan) javascript',
        '(artikel|ringkasan|audio|terjemahan) [ini] (dijana|diterjemah|dihasilkan|ditulis) [...] (ai|kecerdasan buatan|secara automatik)',
      ],
      drops: [
        'Laman web ini menggunakan kuki.',
        'Dengan meneruskan, anda bersetuju dengan dasar privasi kami',
        'Pelayar anda tidak menyokong video',
        'Dayakan JavaScript',
        'Ringkasan ini dijana oleh AI',
      ],
      keeps: ['Laman web itu menggunakan nama palsu.'],
    },
    {
      reason: 'navigation',
      kind: 'label',
      any: [
        `${SECTION} ${SECTION} ${SECTION} [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}] [${SECTION}]`,
        `${FOOTER} ${FOOTER} [${FOOTER}] [${FOOTER}] [${FOOTER}] [${FOOTER}]`,
        '(hubungi kami|mengenai kami|iklan bersama kami|notis privasi|terma penggunaan|soalan lazim|laman utama|semua berita|semua artikel|kembali ke utama)',
      ],
      drops: ['Nasional Dunia Sukan Hiburan', 'Mengenai Kami | Hubungi Kami | Penafian', 'Notis Privasi'],
      keeps: ['Hubungi kami segera jika nampak budak itu, rayu bapanya.', 'Sukan dunia kini dikuasai wang.'],
    },
    {
      reason: 'navigation',
      kind: 'lead-in',
      any: ['(topik|tag|kata kunci|label|topik berkaitan|tag berkaitan|lagi mengenai) :'],
      drops: ['Topik berkaitan: Banjir, Kelantan'],
      keeps: ['Topik utama mesyuarat ialah banjir.'],
    },
    {
      reason: 'legal',
      kind: 'notice',
      any: [
        '(hak cipta|hakcipta|semua hak) (terpelihara|terpelihara ~|dipelihara)',
        '(tidak dibenarkan|dilarang) (menerbitkan|mencetak|menyalin|mengulang cetak|memetik|menyiarkan) [...] (artikel|kandungan|mana mana bahagian|isi)',
        '(maklumat|artikel|kandungan) (ini|dalam artikel ini) (bukan|tidak boleh) [...] (nasihat|menggantikan nasihat) (perubatan|perundangan|kewangan|pelaburan|doktor)',
      ],
      drops: [
        '© 2024 Harian Kita. Hak cipta terpelihara.',
        'Tidak dibenarkan menerbitkan mana-mana bahagian tanpa izin',
        'Maklumat ini bukan nasihat perubatan',
      ],
      keeps: ['Hak cipta lagu itu milik keluarganya.', 'Dilarang menyalin jawapan rakan.'],
    },
    {
      reason: 'error-page',
      kind: 'label',
      any: [
        '[ralat|maaf|404] [404] (halaman|laman|artikel|kandungan) [yang anda cari|ini] (tidak dijumpai|tidak ditemui|tidak wujud|tiada|tidak ditemukan|tidak tersedia) [lagi]',
        '(ralat|kod ralat) (404|403|500|502|503)',
      ],
      drops: ['Maaf, halaman yang anda cari tidak dijumpai', 'Ralat 404'],
      keeps: ['Artikel dalam perjanjian itu tidak dijumpai hakim.'],
    },
  ],
};
