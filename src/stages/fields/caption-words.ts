import { foldWord } from './fold.js';

const folded = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => foldWord(word.replaceAll('_', ' '))),
  );

/** Words that name a picture and, before a colon or "by", its maker, beside those of the phrase lists. Folded, '_' stands for a blank. */
export const CREDIT_WORDS = folded(`
  photo photos photograph photographs picture pictures image images credit pic photographer illustration graphic screenshot
  photo_credit photo_credits foto_credit foto_credits image_credit image_credits picture_credit picture_credits image_source photo_source image_courtesy
  photo_courtesy file_photo
  foto fotos fotografie bild bilder bildquelle bildrechte bildnachweis grafik symbolbild symbolfoto archivbild archivfoto
  crédit crédits photographie cliché crédito imagen imágenes fotografía cortesía ilustración imagem imagens divulgação
  foto_d'archivio immagine immagini beeld foto's zdjęcie zdj fot obrázek snímka snímek autor_foto slika
  фото фотография снимок снимка иллюстрация светлина світлина снимки коллаж фотографија слика фотограф
  φωτ φωτό φωτο φωτογραφία φωτογραφίες πηγή fotoğraf fotoğraflar görsel gambar ilustrasi dok dokumentasi ảnh hình minh_họa
  ภาพ ภาพจาก ภาพโดย ภาพประกอบ ขอบคุณภาพ fotó kép kuva kuvat valokuva bilde illustrasjonsfoto illustration
  صورة الصورة تصوير صور عکس تصویر تصاویر صילום צילום צילומים תמונה קרדיט फोटो तस्वीर चित्र छवि ছবি আলোকচিত্র
  사진 이미지 그래픽 사진제공 사진출처 사진_제공 사진_출처 写真 画像 写真提供 画像提供 撮影 摄影 攝影 图 圖 图片 圖片 图源 图片来源 圖片來源 資料照片 资料图 资料图片 照片 供图 图为`);

/** What a caption calls itself before a colon. */
export const CAPTION_NAMES = folded(`
  caption photo_caption picture_caption image_caption bildlegende legende bildtext bildunterschrift légende légende_photo pie_de_foto
  legenda_da_foto didascalia bildetekst billedtekst kuvateksti onderschrift fotobijschrift popisek_fotografie podpis_zdjęcia λεζάντα`);

/** Phrases that speak of the picture they stand under, in brackets or out. One alone makes a caption likely, not certain. */
export const PICTURE_PHRASES: readonly string[] = [
  '(file photo|file image|file picture|file pic|stock photo|stock image|representative image|representational image|illustrative image|illustrative photo|archive photo|archival photo|handout photo|handout picture|courtesy photo|undated photo|photo illustration|screengrab|illustration purposes|representation purposes) [only|purposes only|purpose only]',
  '(seen|pictured|shown|photographed) (here|in this|above|left|right|second)',
  '(photo|picture|image|photograph|handout|frame grab|screenshot|screen grab) (released|provided|taken|supplied|issued) [by|on|in|from|during]',
  '(left to right|right to left|l to r|clockwise from)',
  '(symbolbild|symbolfoto|archivbild|archivfoto|illustrationsbild|beispielbild|von links|v l n r)',
  "(photo d'illustration|photo d'archives|image d'illustration|photo prétexte|de gauche à droite)",
  '(foto de archivo|imagen de archivo|foto de arquivo|imagem ilustrativa|imagen ilustrativa|imagen referencial|de izquierda a derecha|foto ilustrativa)',
  "(foto d'archivio|immagine d'archivio|foto di repertorio|immagine di repertorio|da sinistra)",
  '(archieffoto|foto ter illustratie|zdjęcie ilustracyjne|zdjęcie poglądowe|fot archiwum|ilustrační foto|ilustračná fotografia|ilustrační snímek)',
  '(архивное фото|фото из архива|иллюстративное фото|ілюстративне фото|архівне фото|илюстративна снимка|слева направо|зліва направо)',
  '(arşiv|temsili) (fotoğraf*|görsel|resim)',
  '(kuvituskuva|arkistokuva|arkivbild|arkivfoto|genrebild|illustrasjonsfoto|arkivbilde|genrefoto|illusztráció|archív felvétel|képünk illusztráció)',
  '(φωτογραφία αρχείου|φωτό αρχείου|fotografie ilustrativă|imagine ilustrativă|foto arhiv*|arhivska fotografija|ilustracija)',
  '(foto ilustrasi|ilustrasi foto|foto arsip|gambar hiasan|ảnh minh họa|ảnh tư liệu)',
  '(ภาพประกอบ|แฟ้มภาพ|ภาพจากแฟ้ม)',
  '(صورة أرشيفية|صورة تعبيرية|أرشيفية|عکس تزئینی|عکس آرشیوی|צילום אילוסטרציה|תמונת אילוסטרציה|אילוסטרציה|फाइल फोटो|सांकेतिक तस्वीर|फाइल चित्र|ফাইল ছবি|প্রতীকী ছবি)',
  '(資料写真|資料画像|イメージ写真|写真はイメージ|写真は資料|画像はイメージ|资料图|资料图片|資料照|資料照片|示意圖|示意图|图为|圖為)',
  '(자료사진|자료 사진|기사와 무관|이미지 사진)',
];

/** Words for sides and places in the picture, in brackets: "(left)", "(l.)", "(오른쪽)". */
export const SIDES = folded(`
  left right l r l. r. centre center c c. top bottom second third front rear back pictured foreground background
  links rechts mitte li re m gauche droite centre izquierda izq derecha der centro esquerda esq direita sinistra destra
  links rechts lewej prawej vlevo vpravo vľavo слева справа в_центре ліворуч праворуч зліва sol sağ solda sağda αριστερά δεξιά
  kiri kanan trái phải bal jobb vasemmalla oikealla vänster höger venstre højre høyre يسار يمين اليسار اليمين چپ راست שמאל ימין
  बाएं दाएं বামে ডানে ซ้าย ขวา 왼쪽 오른쪽 가운데 左 右 左から 右から 中央`);

/** Picture agencies and banks, beside the news agencies. */
export const PICTURE_SOURCES = folded(`
  getty getty_images gettyimages shutterstock istock istockphoto pixabay unsplash pexels epa epa-efe alamy imago picture_alliance
  picture-alliance flickr adobe_stock depositphotos zuma sipa keystone nurphoto imagn usa_today_sports wikimedia_commons wikimedia
  hollandse_hoogte scanpix lehtikuva east_news zumapress pa_wire pa_images ゲッティ アフロ pixta 게티이미지 게티이미지뱅크 게티이미지코리아
  셔터스톡 视觉中国 東方IC 东方IC`);
